import type { Cancellation } from '../coordination-facets';
import type {
  CancellationRefused,
  CancellationRequested,
  CancellationRequestWithdrawn,
  ReferralCancelled,
} from '../events/cancellation';
import type { RegisteredReferral } from '../referral';
import { resumable, resumed } from '../resume';
import { endWork } from './end-work';
import { moveTo, withFacets } from './move';

type CancellationEvent = CancellationRequested | ReferralCancelled | CancellationRefused | CancellationRequestWithdrawn;

const answered = (referral: RegisteredReferral, answer: Cancellation['answer']): RegisteredReferral => {
  const { cancellation } = referral.facets;
  return cancellation ? withFacets(referral, { cancellation: { ...cancellation, answer } }) : referral;
};

/** A wish to cancel, and its answer. */
export const evolveCancellation = (referral: RegisteredReferral, event: CancellationEvent): RegisteredReferral => {
  const { occurredAt } = event;
  switch (event.type) {
    case 'CancellationRequested': {
      const { by, reason } = event.data;
      const cancellation = { by, reasonCode: reason.code, requestedAt: occurredAt, answer: null };
      const resume = resumable(referral);
      const asked = withFacets(referral, { cancellation });
      return resume ? moveTo(asked, { stage: 'cancellation_requested', resume }, occurredAt) : asked;
    }
    case 'ReferralCancelled': {
      const confirmed = answered(referral, { is: 'confirmed', by: event.data.confirmedBy });
      return moveTo(endWork(confirmed, occurredAt), { stage: 'cancelled' }, occurredAt);
    }
    case 'CancellationRefused':
      return resumed(answered(referral, { is: 'refused', reasonCode: event.data.reason.code }), occurredAt);
    case 'CancellationRequestWithdrawn':
      return resumed(answered(referral, { is: 'withdrawn', reasonCode: event.data.reason.code }), occurredAt);
  }
};
