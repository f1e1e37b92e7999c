import type { Reason } from '@referral/values';
import type { InterpreterType } from '../values/interpreter';
import type { BarrierType } from '../values/outreach';
import type { Fact } from './event';

/** Something keeps the patient from care. */
export type BarrierIdentified = Fact<
  'BarrierIdentified',
  {
    readonly barrierId: string;
    readonly type: BarrierType;
    /** 1 (slight) to 3 (severe). */
    readonly severity: 1 | 2 | 3;
    readonly blocksScheduling: boolean;
  }
>;

/** A service that can lift a barrier was brought in. */
export type BarrierResourceConnected = Fact<
  'BarrierResourceConnected',
  {
    readonly barrierId: string;
    readonly directoryEntryId: string;
    readonly communityReferralId?: string;
    readonly consentId?: string;
  }
>;

/** A barrier is lifted. */
export type BarrierResolved = Fact<'BarrierResolved', { readonly barrierId: string; readonly outcome: Reason }>;

/** A barrier could not be lifted, and work goes on in spite of it. */
export type BarrierUnresolved = Fact<'BarrierUnresolved', { readonly barrierId: string; readonly outcome: Reason }>;

/** An interpreter will be there. */
export type InterpreterArranged = Fact<
  'InterpreterArranged',
  {
    readonly language: string;
    readonly mode: InterpreterType;
    readonly vendor?: string;
    readonly appointmentId?: string;
    readonly whyFallback?: string;
    readonly reviewedBy?: string;
  }
>;

/** The patient wants no interpreter. */
export type InterpreterDeclined = Fact<'InterpreterDeclined', { readonly language: string; readonly reason?: Reason }>;
