import type { Coding, Validity } from '@referral/values';
import type { HcrAction } from '../decisions';
import type { Fact } from './event';

/** What every decision says. */
export interface Decided {
  readonly decidedAt: string;
  /** The decision as an action code of X12 278 (HCR01), however it came. */
  readonly actionCode: HcrAction;
  /** The payer's number for it. */
  readonly number?: string;
  readonly evidenceDocumentId: string;
}

/** What a decision says that lets services be given. */
export interface GrantingDecision extends Decided {
  readonly validity?: Validity;
  readonly units: readonly { readonly service: Coding; readonly approved: number }[];
}

/** The payer agreed to all of it. */
export type AuthorizationApproved = Fact<'AuthorizationApproved', GrantingDecision>;

/** The payer agreed to less than was asked. */
export type AuthorizationPartiallyApproved = Fact<'AuthorizationPartiallyApproved', GrantingDecision>;

/** The payer agreed to something else. */
export type AuthorizationModified = Fact<'AuthorizationModified', GrantingDecision>;

/** The payer refused. */
export type AuthorizationDenied = Fact<
  'AuthorizationDenied',
  Decided & {
    /** `specific`, the payer's own words, is PHI; `null` when the patient's key was destroyed. */
    readonly denialReason: { readonly code?: string; readonly specific?: string | null };
    readonly appealDeadline?: string;
  }
>;

/** The payer says that no authorization is needed. */
export type AuthorizationNotRequiredByPayer = Fact<'AuthorizationNotRequiredByPayer', Decided>;

/** The payer wants to be asked in person. */
export type AuthorizationContactPayer = Fact<'AuthorizationContactPayer', Decided>;
