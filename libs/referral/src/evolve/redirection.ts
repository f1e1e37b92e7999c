import type { RedirectionEvent, ReferralRedirected } from '../events/redirection';
import type { RegisteredReferral } from '../referral';
import { endWork } from './end-work';
import { moveTo, withFacets } from './move';

/** A new destination decides anew: the review and the acceptance were the former one's. */
const redirected = (referral: RegisteredReferral, { data, occurredAt }: ReferralRedirected): RegisteredReferral => {
  const { to, mode, successorId } = data;
  if (successorId !== undefined)
    return moveTo(endWork(referral, occurredAt), { stage: 'superseded', successorId }, occurredAt);
  const redirection = { to, mode, at: occurredAt };
  return moveTo(
    withFacets(referral, { redirection, triage: null, acceptance: null }),
    { stage: 'received' },
    occurredAt,
  );
};

/** Decisions of triage that send a referral away. */
export const evolveRedirection = (referral: RegisteredReferral, event: RedirectionEvent): RegisteredReferral => {
  switch (event.type) {
    case 'ReferralRedirected':
      return redirected(referral, event);
    case 'ReferralReturnedWithAdvice': {
      const { followUpSuggested } = event.data;
      const advised = withFacets(referral, { advised: { followUpSuggested, at: event.occurredAt } });
      return followUpSuggested
        ? moveTo(advised, { stage: 'awaiting_information', resumeStage: 'in_triage' }, event.occurredAt)
        : moveTo(
            endWork(advised, event.occurredAt),
            { stage: 'closed', closureOutcome: 'advice_given' },
            event.occurredAt,
          );
    }
  }
};
