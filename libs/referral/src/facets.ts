import type { Coding, PartyRef, Urgency } from '@referral/values';
import type { Appointment } from './appointments';
import type { Disposition, Network, NoteVisibility } from './values/vocabulary';

/** Which mandatory items are there. */
export interface Completeness {
  /** Codes of mandatory items that have not come in. */
  readonly missing: readonly string[];
  /** Codes of items that came in after the referral. */
  readonly received: readonly string[];
  /** When the last missing item came in, or the referral itself when none was missing. */
  readonly reachedAt: string | null;
}

/** Something was asked for; `open` are the codes that have not come in. */
export interface InformationRequest {
  readonly requestId: string;
  readonly items: readonly string[];
  readonly open: readonly string[];
  readonly askedOf: PartyRef;
  readonly dueAt: string;
  readonly blocksTriage: boolean;
}

/** Who looks at the referral, and under which protocol. */
export interface Triage {
  readonly reviewerId: string;
  readonly protocolId: string | null;
  readonly startedAt: string;
}

/** Who took the referral, for where and what. */
export interface Acceptance {
  readonly acceptedBy: PartyRef;
  readonly destination: PartyRef;
  readonly service: Coding;
  readonly acceptedAt: string;
}

/** What the payer's newest answer about the coverage is. */
export type Eligibility =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'active' | 'inactive' | 'service_not_covered' | 'unable_to_verify';
      readonly coverageId: string;
      readonly asOfDate: string;
      readonly validThrough: string;
      readonly network: Network;
      readonly verifiedAt: string;
      /** The payer's answer as one text, so that the same answer again is recognised. */
      readonly answer: string;
    };

/** How far the payer's authorization is. */
export type AuthorizationStatus =
  | 'not_assessed'
  | 'not_required'
  | 'required'
  | 'submitted'
  | 'pended'
  | 'approved'
  | 'partially_approved'
  | 'modified'
  | 'denied'
  | 'in_appeal'
  | 'expired'
  | 'exhausted'
  | 'contact_payer';

/** The specialist's final report, and what the referrer did with it. */
export interface Report {
  readonly documentId: string;
  readonly authoredAt: string;
  readonly receivedAt: string;
  readonly forwardedTo: readonly PartyRef[];
  readonly acknowledged: { readonly by: string; readonly disposition: Disposition; readonly at: string } | null;
}

/** What is known about a referral beside its stage; each facet changes on its own. Holds no protected health information. */
export interface Facets {
  readonly urgency: { readonly claimed: Urgency; readonly assigned: Urgency | null };
  readonly completeness: Completeness;
  readonly informationRequests: readonly InformationRequest[];
  readonly triage: Triage | null;
  readonly acceptance: Acceptance | null;
  readonly eligibility: Eligibility;
  readonly authorization: AuthorizationStatus;
  readonly interpreter: 'not_needed' | 'needed';
  readonly appointments: readonly Appointment[];
  readonly report: Report | null;
  /** Every note of the specialist, by document. */
  readonly consultNotes: readonly { readonly documentId: string; readonly kind: string }[];
  readonly notes: readonly { readonly noteId: string; readonly visibility: NoteVisibility }[];
}
