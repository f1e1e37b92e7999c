import { but, fact } from '../fact';
import { received } from '../facts';
import { cardiology, consultation, referringOffice } from '../parties';

const { referralId, reference } = received.data;

/** The referring office begins a referral before it has all that belongs to it. */
export const drafted = fact('ReferralDrafted', '2026-03-02T08:00:00-05:00', {
  referralId,
  reference,
  direction: 'incoming',
  patientId: 'patient-1',
  requestedBy: referringOffice,
  requestedSpecialty: cardiology,
  requestedService: consultation,
  channel: 'portal',
});

export const submitted = fact('ReferralSubmitted', '2026-03-02T09:00:00-05:00', {
  submittedBy: 'referrer-1',
  requirementSetId: 'default',
  requirementSetVersion: 1,
  completeness: { missing: [], present: [] },
});

/** What a draft becomes when it is handed in: no other system has given it an id. */
export const receivedFromDraft = but(received, { externalIds: [] });

export const amended = fact('ReferralAmended', '2026-03-02T09:20:00-05:00', {
  amendmentId: 'amendment-1',
  changes: [{ field: 'clinicalQuestion', old: 'Palpitations', new: 'Palpitations and syncope' }],
  content: { visitsRequested: 2 },
  reason: { code: 'clinical_change' },
  requiresRetriage: true,
});

export const corrected = fact('ReferralDataCorrected', '2026-03-02T09:25:00-05:00', {
  correctionId: 'correction-1',
  targetEventId: '3f1c7f1e-0f4b-5f6f-8a57-3a1f00000000',
  field: 'languagePreference',
  old: 'es-US',
  new: 'en-US',
  reason: { code: 'typing_error' },
});

export const linked = fact('ReferralLinked', '2026-03-02T09:15:00-05:00', {
  otherReferralId: '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0002',
  kind: 'follow_up_to',
});

export const assessed = fact('IntakeAssessmentRecorded', '2026-03-02T09:12:00-05:00', {
  assessmentId: 'assessment-1',
  questionnaireId: 'intake',
  version: 1,
  answers: [{ linkId: 'transport', value: 'Needs a ride' }],
  barriersIdentified: ['transport'],
  respondent: 'patient',
});

export const enteredInError = fact('ReferralMarkedEnteredInError', '2026-03-25T09:00:00-04:00', {
  reason: { code: 'wrong_patient', comment: 'Two patients of one name' },
});
