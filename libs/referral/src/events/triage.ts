import type { Approval, Coding, PartyRef, Reason, Urgency } from '@referral/values';
import type { UrgencyBasis } from '../values/vocabulary';
import type { Fact } from './event';

/** A reviewer, or a protocol, looks at the referral. */
export type TriageStarted = Fact<
  'TriageStarted',
  {
    readonly reviewerId: string;
    readonly protocolId?: string;
    readonly protocolVersion?: number;
    /** Triage began although items are missing. */
    readonly override?: Approval;
  }
>;

/** How soon the patient must be seen was decided. `from` is absent the first time. */
export type UrgencyAssigned = Fact<
  'UrgencyAssigned',
  {
    readonly from?: Urgency;
    readonly to: Urgency;
    readonly basis: UrgencyBasis;
    readonly reason: Reason;
    readonly slaPolicyId: string;
    readonly slaPolicyVersion: number;
  }
>;

/** The receiving side takes the referral. */
export type ReferralAccepted = Fact<
  'ReferralAccepted',
  {
    readonly acceptedBy: PartyRef;
    readonly destination: PartyRef;
    readonly service: Coding;
    readonly conditions?: readonly string[];
    readonly appropriatenessScore?: number;
  }
>;

/** The receiving side does not take the referral. */
export type ReferralDeclined = Fact<
  'ReferralDeclined',
  {
    readonly by: PartyRef;
    readonly reason: Reason;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly advice?: string | null;
    readonly suggestedDestination?: PartyRef;
    readonly notifiedReferrer: boolean;
  }
>;
