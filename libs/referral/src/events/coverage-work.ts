import type { Interval, Reason } from '@referral/values';
import type { CoverageAlternative } from '../values/coverage-alternative';
import type {
  AuthorizationBasis,
  AuthorizationNeed,
  AuthorizationState,
  CoverageChoice,
  DestinationStatus,
  EligibilityMethod,
} from '../values/coverage-vocabulary';
import type { NetworkStanding } from '../values/network-standing';
import { among, type EventTypes, type Fact } from './event';

/** A payer was asked about a coverage. */
export type EligibilityCheckRequested = Fact<
  'EligibilityCheckRequested',
  {
    readonly coverageId: string;
    /** Calendar date of the service that is asked about. */
    readonly serviceDate: string;
    readonly serviceTypes: readonly string[];
    readonly method: EligibilityMethod;
    /** Id of the inquiry, by which the answer finds it. */
    readonly trace: string;
  }
>;

/** Another coverage pays from a date on. */
export type CoverageChanged = Fact<
  'CoverageChanged',
  {
    readonly oldCoverageId: string;
    readonly newCoverageId: string;
    /** Calendar date. */
    readonly effectiveDate: string;
    readonly recheckNeeded: true;
  }
>;

/** Someone, or a rule, found out whether an authorization is needed. */
export type AuthorizationNeedDetermined = Fact<
  'AuthorizationNeedDetermined',
  {
    readonly needed: AuthorizationNeed;
    readonly basis: AuthorizationBasis;
    readonly planProfileVersion?: number;
    /** Number of the authorization that satisfies it already. */
    readonly satisfiedBy?: string;
  }
>;

/** How an authorization stands, copied from its own stream. */
export type AuthorizationStatusReflected = Fact<
  'AuthorizationStatusReflected',
  {
    readonly authorizationId: string;
    readonly status: AuthorizationState;
    readonly validity?: Interval;
    readonly unitsApproved?: number;
    readonly unitsRemaining?: number;
    /** The payer's number of it. */
    readonly number?: string;
    /** When the payer has to have decided. */
    readonly decisionDueAt?: string;
    /** When the payer wants the information that it asked for. */
    readonly infoDueAt?: string;
    /** Until when a refusal can be appealed. */
    readonly appealDeadline?: string;
  }
>;

/** The payer said that it does not cover the service. */
export type ServiceNotCoveredRecorded = Fact<
  'ServiceNotCoveredRecorded',
  { readonly coverageId: string; readonly basis: Reason; readonly payerReference?: string }
>;

/** The patient heard what can be done instead. */
export type CoverageAlternativesOffered = Fact<
  'CoverageAlternativesOffered',
  {
    readonly alternativesId: string;
    readonly options: readonly CoverageAlternative[];
    /** BCP 47 language tag. */
    readonly explainedInLanguage: string;
    readonly interpreterUsed: boolean;
  }
>;

/** The patient decided how to go on without coverage, or outside the network. */
export type PatientCoverageDecisionRecorded = Fact<
  'PatientCoverageDecisionRecorded',
  { readonly choice: CoverageChoice; readonly signedNoticeDocumentId?: string }
>;

/** How a destination stands, copied from the directory. */
export type DestinationStatusReflected = Fact<
  'DestinationStatusReflected',
  {
    readonly destinationId: string;
    readonly status: DestinationStatus;
    readonly networks?: readonly NetworkStanding[];
  }
>;

/** Who pays, and what stands in the way. */
export type CoverageWorkEvent =
  | EligibilityCheckRequested
  | CoverageChanged
  | AuthorizationNeedDetermined
  | AuthorizationStatusReflected
  | ServiceNotCoveredRecorded
  | CoverageAlternativesOffered
  | PatientCoverageDecisionRecorded
  | DestinationStatusReflected;

export const coverageWorkEventTypes: EventTypes<CoverageWorkEvent> = {
  EligibilityCheckRequested: { schemaVersion: 1, phi: [] },
  CoverageChanged: { schemaVersion: 1, phi: [] },
  AuthorizationNeedDetermined: { schemaVersion: 1, phi: [] },
  AuthorizationStatusReflected: { schemaVersion: 1, phi: [] },
  ServiceNotCoveredRecorded: { schemaVersion: 1, phi: [] },
  CoverageAlternativesOffered: { schemaVersion: 1, phi: [] },
  PatientCoverageDecisionRecorded: { schemaVersion: 1, phi: [] },
  DestinationStatusReflected: { schemaVersion: 1, phi: [] },
};

export const isCoverageWorkEvent = among<CoverageWorkEvent>(coverageWorkEventTypes);
