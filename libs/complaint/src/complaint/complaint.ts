import type { Channel, PartyRef } from '@referral/values';
import type { ComplaintOutcome, Severity } from './vocabulary';

/** Where a complaint stands. */
export type ComplaintStage = 'received' | 'acknowledged' | 'investigated' | 'resolved';

/** A complaint, without what it says of a patient. */
export interface Complaint {
  readonly stage: ComplaintStage;
  readonly complaintId: string;
  readonly receivedAt: string;
  /** Effective time of the fact that brought it to its stage. */
  readonly stageSince: string;
  readonly from: PartyRef;
  readonly channel: Channel;
  readonly about: string;
  readonly referralIds: readonly string[];
  readonly severity: Severity;
  readonly patientId: string | null;
  readonly outcome: ComplaintOutcome | null;
}

/** A complaint as its history tells it. */
export type ComplaintState = { readonly stage: 'none' } | Complaint;
