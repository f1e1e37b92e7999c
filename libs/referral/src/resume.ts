import { moveTo } from './evolve/move';
import type { RegisteredReferral, Resumable } from './referral';

/** The referral without a wish to cancel: in the stage in which it waits for the answer. */
export const resumed = (referral: RegisteredReferral, since: string): RegisteredReferral =>
  referral.stage === 'cancellation_requested' ? moveTo(referral, referral.resume, since) : referral;

/** What a stage that can be cancelled knows, so that the referral can return to it; `null` for any other stage. */
export const resumable = (referral: RegisteredReferral): Resumable | null => {
  switch (referral.stage) {
    case 'received':
    case 'in_triage':
    case 'accepted':
    case 'scheduled':
    case 'visit_missed':
    case 'visit_cancelled':
    case 'visit_completed':
      return { stage: referral.stage };
    case 'awaiting_information':
      return { stage: referral.stage, resumeStage: referral.resumeStage };
    case 'draft':
    case 'report_received':
    case 'cancellation_requested':
    case 'closed':
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'superseded':
    case 'entered_in_error':
      return null;
  }
};

/** A step of a referral that waits for the answer to a cancellation happens beneath it: the referral will resume after that step. */
export const beneath = (
  referral: RegisteredReferral,
  step: (beneath: RegisteredReferral) => RegisteredReferral,
): RegisteredReferral => {
  if (referral.stage !== 'cancellation_requested') return step(referral);
  const after = step(resumed(referral, referral.stageSince));
  const resume = resumable(after);
  return resume ? moveTo(after, { stage: 'cancellation_requested', resume }, referral.stageSince) : after;
};
