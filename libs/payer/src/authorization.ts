import type { Coding, Validity } from '@referral/values';
import type { Member, Provider } from './parties';

/** A service that an authorization is asked for. */
export interface RequestedService {
  /** CPT or HCPCS (see `procedureSystems`). */
  readonly code: Coding;
  readonly units: number;
  /** Calendar dates, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** A payer is asked to authorize services before they are rendered. */
export interface AuthorizationRequest {
  /** Makes the request the same one when it is sent again; at most 50 characters, unique per asking organization. */
  readonly traceNumber: string;
  readonly member: Member;
  readonly requester: Provider;
  readonly servicingProvider?: Provider;
  readonly level: 'standard' | 'expedited';
  /** `specialty_care` for a referral to a specialist, `health_services` for a procedure. */
  readonly category: 'specialty_care' | 'health_services';
  /** X12 service type code, such as `3` (consultation). */
  readonly serviceType: string;
  /** Place of service code of CMS, such as `11` (office). */
  readonly placeOfService: string;
  /** ICD-10-CM, the principal one first. */
  readonly diagnoses: readonly Coding[];
  readonly services: readonly RequestedService[];
}

/** What became of an authorization that was pended. */
export interface AuthorizationInquiry {
  /** Of this inquiry, not of the request: the same number again is the same inquiry and gets the same answer. */
  readonly traceNumber: string;
  /** As the payer named the case when it pended it. */
  readonly payerReference: string;
  readonly member: Member;
  readonly requester: Provider;
}

/** How much of a service a payer grants; 0 for what it denies. */
export interface GrantedUnits {
  readonly service: Coding;
  readonly approved: number;
}

/** Why a payer denies. */
export interface DenialReason {
  /** X12 health care services decision reason code; empty when the payer gives none. */
  readonly code: string;
  /** In the payer's words; empty when it gives none, which CMS-0057-F forbids to impacted payers since 2026. */
  readonly specific: string;
}

interface FromPayer {
  /** The answer as it came, to be filed as evidence; patient data. */
  readonly raw: string;
}

/** The payer has not decided yet (X12 action code A4). */
export interface Pended extends FromPayer {
  readonly outcome: 'pended';
  readonly payerReference: string;
  readonly reasonCodes: readonly string[];
  /** Codes of the reports (X12 attachment report types) and questions (LOINC) that the payer wants. */
  readonly infoRequested: readonly string[];
  /** Calendar date. */
  readonly infoDueAt?: string;
}

interface Decided extends FromPayer {
  /** Calendar date on which the payer decided, in its words. */
  readonly decidedOn: string;
}

/** All, a part, or something other than what was asked for may be rendered (A1, A2, A6). */
export interface Granted extends Decided {
  readonly outcome: 'approved' | 'partially_approved' | 'modified';
  readonly number?: string;
  /** Calendar dates, both inclusive. */
  readonly validity?: Validity;
  readonly units: readonly GrantedUnits[];
}

/** Nothing may be rendered at the payer's expense (A3). */
export interface Denied extends Decided {
  readonly outcome: 'denied';
  readonly denialReason: DenialReason;
}

/** The payer wants no authorization (NA), has cancelled the case (C), or wants to be called (CT). */
export interface Closed extends Decided {
  readonly outcome: 'not_required' | 'cancelled' | 'contact_payer';
}

/** What a payer answers to a request or an inquiry. */
export type AuthorizationAnswer = Pended | Granted | Denied | Closed;
