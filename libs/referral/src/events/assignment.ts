import type { Approval, Reason } from '@referral/values';
import type { AssignmentRule } from '../values/assignment';
import type { Fact } from './event';

/** A team, and perhaps a coordinator, has the referral. */
export type ReferralAssigned = Fact<
  'ReferralAssigned',
  {
    readonly teamId: string;
    readonly coordinatorId?: string;
    readonly rule: AssignmentRule;
    /** The coordinator who had it before. */
    readonly previous?: string;
    /** Someone answers for an assignee who would not be eligible. */
    readonly override?: Approval;
  }
>;

/** A coordinator took the referral. */
export type ReferralClaimed = Fact<'ReferralClaimed', { readonly coordinatorId: string; readonly teamId?: string }>;

/** The coordinator gave the referral back to the team. */
export type ReferralReleased = Fact<'ReferralReleased', { readonly coordinatorId: string; readonly reason: Reason }>;

/** Someone stands in for the coordinator. */
export type ReferralCoverageStarted = Fact<
  'ReferralCoverageStarted',
  {
    readonly coveringId: string;
    readonly coveredId: string;
    readonly absenceId?: string;
    readonly surgeDeclarationId?: string;
    readonly until: string;
  }
>;

/** Nobody stands in any more. */
export type ReferralCoverageEnded = Fact<
  'ReferralCoverageEnded',
  { readonly coveringId: string; readonly coveredId: string }
>;
