import type { Money } from '@referral/values';
import type { AuthorizationAnswer, EligibilityOutcome, Network } from '../values/vocabulary';
import type { Fact } from './event';

/** A payer answered what it covers, as of a date. */
export type EligibilityVerified = Fact<
  'EligibilityVerified',
  {
    readonly coverageId: string;
    readonly outcome: EligibilityOutcome;
    /** `null` when the payer did not say. */
    readonly serviceCovered: boolean | null;
    readonly network: Network;
    readonly authRequired: AuthorizationAnswer;
    readonly copay?: Money;
    readonly coinsurancePct?: number;
    readonly deductibleRemaining?: Money;
    readonly visitLimitRemaining?: number;
    /** Calendar date for which the answer was given. */
    readonly asOfDate: string;
    /** Calendar date until which the answer holds. */
    readonly validThrough: string;
    readonly sourceRef: string;
    readonly rawDocumentId?: string;
  }
>;
