import type { Dispute } from './coordination-facets';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** I36: nothing is booked, and nothing closed as fulfilled, while someone doubts that the referral is right. @throws DISPUTE_OPEN */
export const requireNoDispute = ({ facets }: RegisteredReferral): void => {
  if (facets.dispute?.status === 'open')
    throw refusal('DISPUTE_OPEN', undefined, { disputeId: facets.dispute.disputeId });
};

/** The dispute that a command means, open or resolved. @throws DISPUTE_NOT_FOUND */
export const requireDispute = ({ facets }: RegisteredReferral, disputeId: string): Dispute => {
  if (facets.dispute?.disputeId === disputeId) return facets.dispute;
  throw refusal('DISPUTE_NOT_FOUND', 'No dispute with this id is the newest of this referral.');
};

/** What a command needs that goes on with a dispute. @throws DISPUTE_NOT_FOUND */
export const requireOpenDispute = ({ facets }: RegisteredReferral): void => {
  if (facets.dispute?.status !== 'open') throw refusal('DISPUTE_NOT_FOUND', 'No dispute is open.');
};
