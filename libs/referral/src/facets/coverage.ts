import type { Interval } from '@referral/values';
import type {
  AuthorizationNeed,
  AuthorizationState,
  CoverageChoice,
  CoverageOption,
  DestinationStatus,
} from '../values/coverage-vocabulary';
import type { NetworkStanding } from '../values/network-standing';

/** A copy of how an authorization stands; absent figures are `null`. */
export interface AuthorizationCopy {
  readonly authorizationId: string;
  readonly status: AuthorizationState;
  readonly validity: Interval | null;
  readonly unitsApproved: number | null;
  readonly unitsRemaining: number | null;
  readonly number: string | null;
  /** When the payer has to have decided, and until when it wants what it asked for, or takes an appeal. */
  readonly decisionDueAt: string | null;
  readonly infoDueAt: string | null;
  readonly appealDeadline: string | null;
}

/** A copy of how a destination stands. */
export interface DestinationCopy {
  readonly destinationId: string;
  readonly status: DestinationStatus;
  readonly networks: readonly NetworkStanding[];
}

/** How the patient goes on without coverage, or outside the network. */
export interface CoverageDecision {
  readonly choice: CoverageChoice;
  readonly signedNoticeDocumentId: string | null;
  /** It was made of the denial that stands: whatever the payer says next is to be decided about anew. */
  readonly ofDenial: boolean;
  readonly at: string;
}

/** What is known about who pays, beside the payer's newest answer. */
export interface CoverageFacets {
  /** Inquiries by their trace. */
  readonly eligibilityChecks: readonly { readonly trace: string; readonly coverageId: string }[];
  readonly coverageChanges: readonly {
    readonly oldCoverageId: string;
    readonly newCoverageId: string;
    readonly effectiveDate: string;
  }[];
  readonly authorizationNeed: { readonly needed: AuthorizationNeed; readonly satisfiedBy: string | null } | null;
  /** Newest last. */
  readonly authorizations: readonly AuthorizationCopy[];
  readonly coverageAlternatives: readonly {
    readonly alternativesId: string;
    readonly kinds: readonly CoverageOption[];
  }[];
  readonly coverageDecision: CoverageDecision | null;
  readonly destinations: readonly DestinationCopy[];
}

/** Before anybody asked. */
export const unknownCoverage: CoverageFacets = {
  eligibilityChecks: [],
  coverageChanges: [],
  authorizationNeed: null,
  authorizations: [],
  coverageAlternatives: [],
  coverageDecision: null,
  destinations: [],
};
