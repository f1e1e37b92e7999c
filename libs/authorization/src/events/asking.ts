import type { ClockBasis, Level } from '../clock-rules';
import type { RequestedService } from '../requested-service';
import type { PartyRef } from '@referral/values';
import type { SubmissionMethod } from '../vocabulary';
import type { Fact } from './event';

/** Someone begins to put a request together. */
export type AuthorizationOpened = Fact<
  'AuthorizationOpened',
  {
    readonly authorizationId: string;
    /** Whose key encrypts what is patient data. */
    readonly patientId: string;
    readonly coverageId: string;
    readonly services: readonly RequestedService[];
    readonly level: Level;
    readonly requestingProvider: PartyRef;
    readonly servicingProvider: PartyRef;
    readonly planProfileVersion: number;
  }
>;

/** The request went to the payer; its clock starts. */
export type AuthorizationSubmitted = Fact<
  'AuthorizationSubmitted',
  {
    readonly submissionId: string;
    readonly method: SubmissionMethod;
    readonly submittedAt: string;
    readonly documents: readonly string[];
    readonly traceNumber: string;
    readonly decisionDueAt: string;
    readonly clockBasis: ClockBasis;
  }
>;

/** The payer wants more before it decides. */
export type AuthorizationPended = Fact<
  'AuthorizationPended',
  {
    readonly payerReference: string;
    readonly reasonCodes: readonly string[];
    readonly infoRequested: readonly string[];
    readonly infoDueAt?: string;
  }
>;

/** What the payer wanted went to it. */
export type AuthorizationInformationSubmitted = Fact<
  'AuthorizationInformationSubmitted',
  { readonly documents: readonly string[]; readonly traceNumber: string }
>;
