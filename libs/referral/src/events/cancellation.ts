import type { PartyRef, Reason } from '@referral/values';
import type { Fact } from './event';

/** One side wants to cancel. */
export type CancellationRequested = Fact<
  'CancellationRequested',
  {
    readonly by: PartyRef;
    readonly reason: Reason;
    /** Ids of the visits that are booked. */
    readonly appointmentsAffected: readonly string[];
  }
>;

/** The other side confirmed: the referral is withdrawn. Its booked visits were cancelled in the same append. */
export type ReferralCancelled = Fact<
  'ReferralCancelled',
  { readonly confirmedBy: string; readonly appointmentsCancelled: readonly string[] }
>;

/** The other side does not cancel: the referral goes on where it was. */
export type CancellationRefused = Fact<'CancellationRefused', { readonly reason: Reason }>;

/** Whoever wanted to cancel no longer does: the referral goes on where it was. */
export type CancellationRequestWithdrawn = Fact<'CancellationRequestWithdrawn', { readonly reason: Reason }>;
