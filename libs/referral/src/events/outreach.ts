import type { Channel, PartyRef, Reason } from '@referral/values';
import type { Interpreter } from '../values/interpreter';
import type { ContactDirection, ContactOutcome, ContactParty, UncountedBecause } from '../values/outreach';
import type { Fact } from './event';

/** Someone tried to reach someone. */
export type ContactAttempted = Fact<
  'ContactAttempted',
  {
    readonly attemptId: string;
    readonly party: ContactParty;
    readonly channel: Channel;
    readonly direction: ContactDirection;
    readonly outcome: ContactOutcome;
    /** BCP 47 language tag. */
    readonly language: string;
    readonly interpreter?: Interpreter;
    readonly countsTowardPolicy: boolean;
    /** The warning `ATTEMPT_NOT_COUNTED` (I29): an attempt to reach the patient that the policy does not count, and why. */
    readonly warning?: { readonly code: 'ATTEMPT_NOT_COUNTED'; readonly because: UncountedBecause };
    /** The contact policy that decided. */
    readonly policyId: string;
    readonly policyVersion: number;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly note?: string | null;
    readonly durationSec?: number;
  }
>;

/** Someone was told how the referral stands. */
export type StatusUpdateGiven = Fact<
  'StatusUpdateGiven',
  {
    readonly to: PartyRef;
    readonly status: string;
    readonly channel: Channel;
    readonly template?: string;
    /** The patient said in own words what was understood. */
    readonly teachBack?: boolean;
  }
>;

/** Everything that the policy asks for was tried in vain. */
export type OutreachExhausted = Fact<
  'OutreachExhausted',
  {
    readonly policyId: string;
    readonly policyVersion: number;
    /** Counted attempts of the present cycle. */
    readonly attempts: number;
    readonly distinctDays: number;
    readonly letterSentAt?: string;
    readonly noticeToReferrerAt?: string;
    /** Why a lead gave up before the policy was met. */
    readonly reason?: Reason;
  }
>;
