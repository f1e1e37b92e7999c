import type { PartyRef, Validity } from '@referral/values';
import type { Level } from './clock-rules';
import type { RequestedService } from './requested-service';
import type { AuthorizationStage, UsableStage } from './stages';
import type { Units } from './units';

/** What the payer was asked; it does not change. */
export interface Request {
  readonly coverageId: string;
  readonly services: readonly RequestedService[];
  readonly level: Level;
  readonly requestingProvider: PartyRef;
  readonly servicingProvider: PartyRef;
  readonly planProfileVersion: number;
  readonly openedAt: string;
}

/** It was sent to the payer. */
export interface Submission {
  readonly submissionId: string;
  readonly traceNumber: string;
  readonly submittedAt: string;
  readonly decisionDueAt: string;
  /** The payer let that time pass, and that is on the record. */
  readonly overdue: boolean;
}

/** The payer wants something more. */
export interface Pend {
  readonly payerReference: string;
  readonly infoRequested: readonly string[];
  readonly infoDueAt: string | null;
}

/** What the payer granted. */
export interface Granted {
  readonly as: UsableStage;
  readonly number: string | null;
  /** `null` when the payer named no dates. */
  readonly validity: Validity | null;
  readonly units: readonly Units[];
  /** The end of validity for which it is on record that it is near. */
  readonly expiringNoted: string | null;
}

/** Someone objected to a refusal. */
export interface Appeal {
  readonly level: number;
  readonly kind: Level;
  readonly dueAt: string;
}

/** Units of a service were used at a visit. */
export interface Use {
  readonly appointmentId: string;
  readonly serviceCode: string;
  readonly units: number;
}

/** An authorization that exists. */
export interface OpenedAuthorization {
  readonly stage: AuthorizationStage;
  readonly authorizationId: string;
  readonly referralId: string;
  readonly patientId: string;
  /** Effective time of the fact that brought it to its stage. */
  readonly stageSince: string;
  readonly request: Request;
  /** Newest first is last; each is sent once. */
  readonly submissions: readonly Submission[];
  readonly pend: Pend | null;
  /** Trace numbers under which information went to the payer after a pend. */
  readonly informationSent: readonly string[];
  /** The newest decision as one text, so that the same decision again is recognised. */
  readonly decision: string | null;
  readonly granted: Granted | null;
  readonly denial: { readonly code: string | null; readonly appealDeadline: string | null } | null;
  readonly peerToPeer: { readonly windowEndsAt: string; readonly heldAt: string | null } | null;
  readonly appeals: readonly Appeal[];
  readonly uses: readonly Use[];
  /** The validity that was asked for and not granted yet. */
  readonly extensionRequested: Validity | null;
}

/** A prior authorization as its history tells it: plain data without protected health information. */
export type Authorization = { readonly stage: 'none' } | OpenedAuthorization;

/** Before it is opened. */
export const noAuthorization: Authorization = { stage: 'none' };
