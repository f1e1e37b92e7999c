import type { ContentEvent } from '../events/content';
import type { RegisteredReferral } from '../referral';
import type { AmendedContent } from '../values/amended-content';
import { endWork } from './end-work';
import { moveTo, withFacets } from './move';

/** The registration says what the change says, where rules and queues go by it. */
const changed = (referral: RegisteredReferral, content: AmendedContent | undefined): RegisteredReferral => {
  if (!content) return referral;
  const { interpreterNeeded, ...registered } = content;
  const registration = { ...referral.registration, ...registered };
  if (interpreterNeeded === undefined) return { ...referral, registration };
  return withFacets({ ...referral, registration }, { interpreter: interpreterNeeded ? 'needed' : 'not_needed' });
};

/** What was done to what a referral says. */
export const evolveContent = (referral: RegisteredReferral, event: ContentEvent): RegisteredReferral => {
  const { facets } = referral;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'ReferralSubmitted':
      return withFacets(referral, { submission: { submittedBy: event.data.submittedBy, at } });
    case 'ReferralAmended': {
      const { amendmentId, changes, content, requiresRetriage } = event.data;
      const amendments = [...facets.amendments, { amendmentId, fields: changes.map(({ field }) => field) }];
      const retriageNeeded = facets.retriageNeeded || requiresRetriage;
      return withFacets(changed(referral, content), { amendments, retriageNeeded, changedAt: at });
    }
    case 'ReferralDataCorrected': {
      const { correctionId, targetEventId, content } = event.data;
      const corrections = [...facets.corrections, { correctionId, targetEventId }];
      return withFacets(changed(referral, content), { corrections, changedAt: at });
    }
    case 'ReferralLinked': {
      const { otherReferralId, kind } = event.data;
      return withFacets(referral, { links: [...facets.links, { otherReferralId, kind }] });
    }
    case 'IntakeAssessmentRecorded': {
      const { assessmentId, questionnaireId, version } = event.data;
      return withFacets(referral, { assessments: [...facets.assessments, { assessmentId, questionnaireId, version }] });
    }
    case 'ReferralMarkedEnteredInError':
      return moveTo(endWork(referral, at), { stage: 'entered_in_error' }, at);
  }
};
