import type { ClockId, Reason, Validity } from '@referral/values';
import type { Stage } from '../stages';
import type { HoldReason } from '../values/clocks';
import type { Fact } from './event';

/** Work rests, and some clocks with it. */
export type HoldPlaced = Fact<
  'HoldPlaced',
  {
    readonly holdId: string;
    readonly reason: HoldReason;
    readonly comment?: string;
    readonly pausesClocks: readonly ClockId[];
    readonly expectedUntil?: string;
    readonly evidence?: string;
    /** The promises by which the reason pauses these clocks. */
    readonly slaPolicyId: string;
    readonly slaPolicyVersion: number;
  }
>;

/** Work goes on. */
export type HoldReleased = Fact<'HoldReleased', { readonly holdId: string; readonly releasedBy: string }>;

/** The referral holds for longer. */
export type ReferralValidityExtended = Fact<
  'ReferralValidityExtended',
  { readonly old: Validity; readonly new: Validity; readonly reason: Reason }
>;

/** The validity ended before the patient was seen. */
export type ReferralExpired = Fact<
  'ReferralExpired',
  {
    readonly validUntil: string;
    /** The stage in which it was left. */
    readonly unfulfilledReason: Stage;
  }
>;
