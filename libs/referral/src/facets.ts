import type { Coding, PartyRef, Urgency } from '@referral/values';
import type { Appointment } from './appointments';
import type { ContentFacets } from './facets/content';
import type { CoverageFacets } from './facets/coverage';
import type { DocumentFacets } from './facets/documents';
import type { Completeness, ReturnedIncomplete } from './facets/requirements';
import type { RedirectMode } from './values/content-vocabulary';
import type { CoordinationFacets } from './coordination-facets';
import type { InterpreterType } from './values/interpreter';
import type { Disposition, Network, NoteVisibility } from './values/vocabulary';

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

/** The referral was sent elsewhere. */
export interface Redirection {
  readonly to: PartyRef;
  readonly mode: RedirectMode;
  readonly at: string;
}

/** What the payer's newest answer about the coverage is; `pending`: it was asked and nothing is known yet. */
export type Eligibility =
  | { readonly status: 'unknown' }
  | { readonly status: 'pending'; readonly coverageId: string }
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
export interface Facets extends ContentFacets, CoverageFacets, DocumentFacets, CoordinationFacets {
  readonly urgency: { readonly claimed: Urgency; readonly assigned: Urgency | null };
  readonly completeness: Completeness;
  readonly informationRequests: readonly InformationRequest[];
  readonly returned: ReturnedIncomplete | null;
  readonly triage: Triage | null;
  readonly acceptance: Acceptance | null;
  /** The newest one of this cycle that kept the order. */
  readonly redirection: Redirection | null;
  /** The reviewer answered with advice. */
  readonly advised: { readonly followUpSuggested: boolean; readonly at: string } | null;
  readonly eligibility: Eligibility;
  readonly authorization: AuthorizationStatus;
  readonly interpreter: 'not_needed' | 'needed' | 'arranged' | 'declined_by_patient';
  /** What was arranged last. */
  readonly interpreterFor: { readonly language: string; readonly mode: InterpreterType } | null;
  readonly appointments: readonly Appointment[];
  readonly report: Report | null;
  /** Every note of the specialist, by document. */
  readonly consultNotes: readonly { readonly documentId: string; readonly kind: string }[];
  readonly notes: readonly { readonly noteId: string; readonly visibility: NoteVisibility }[];
}
