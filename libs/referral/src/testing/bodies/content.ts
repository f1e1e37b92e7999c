import { received } from '../facts';
import * as facts from '../facts/content';

const { referralId, reference, ...drafted } = facts.drafted.data;
const reason = { code: 'other', comment: 'As agreed' };

/** Right bodies of the commands about a referral's content. */
export const contentBodies = {
  DraftReferral: drafted,
  SubmitReferral: {
    submittedBy: 'referrer-1',
    orderingEncounterId: 'encounter-1',
    billingFacilityId: 'facility-1',
    clinicalQuestion: 'Is further work-up needed?',
    diagnoses: received.data.diagnoses,
    type: 'consult',
    claimedUrgency: 'routine',
    requestedBy: '2026-04-30',
    validity: { start: '2026-03-01', end: '2026-06-30' },
    visitsRequested: 3,
    coverageIds: ['coverage-1'],
    languagePreference: 'es-US',
    interpreterNeeded: true,
    sensitivity: [],
    missingItems: ['lab'],
    presentItems: ['referral_letter'],
    requirementSet: { requirementSetId: 'requirements-1', requirementSetVersion: 2 },
  },
  AmendReferral: { ...facts.amended.data, content: { visitsRequested: 2, interpreterNeeded: false } },
  CorrectReferralData: { ...facts.corrected.data, content: { coverageIds: ['coverage-2'] } },
  LinkReferral: facts.linked.data,
  RecordIntakeAssessment: facts.assessed.data,
  MarkEnteredInError: { reason, coSignedBy: 'privacy-1' },
};
