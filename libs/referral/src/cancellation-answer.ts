import type { RegisteredReferral } from './referral';

/** True when the wish to cancel had this answer, for this reason, and the referral goes on. */
export const wasAnswered = (
  { stage, facets }: RegisteredReferral,
  is: 'refused' | 'withdrawn',
  reasonCode: string | undefined,
): boolean => {
  const answer = facets.cancellation?.answer;
  return stage !== 'cancellation_requested' && answer?.is === is && answer.reasonCode === reasonCode;
};
