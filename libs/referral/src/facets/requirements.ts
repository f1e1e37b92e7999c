import type { PartyRef } from '@referral/values';
import type { RequiredItem, RequirementSetRef } from '../values/requirement-set';

/** How far a required item is. A waiver without `until` holds for good. */
export type RequirementItem = {
  readonly code: string;
  /** The document that holds it, where one is known. */
  readonly documentId: string | null;
} & (
  | { readonly status: 'missing' | 'requested' | 'received' | 'verified' | 'rejected' }
  | { readonly status: 'waived'; readonly until: string | null }
);

/** Which mandatory items are there. */
export interface Completeness {
  /** The checklist that the referral is held to; `null`: the default one, for which an item counts once it has come in (S02). */
  readonly requirementSet: RequirementSetRef | null;
  /** What the checklist wants, where it was published here. */
  readonly required: readonly RequiredItem[];
  readonly items: readonly RequirementItem[];
  /** Codes of mandatory items that have not come in, or were rejected. */
  readonly missing: readonly string[];
  /** Codes of items that came in after the referral. */
  readonly received: readonly string[];
  /** When the last missing item came in, or the referral itself when none was missing; `null` while items are missing. */
  readonly reachedAt: string | null;
}

/** The referral went back for some items; `open` are those that have not come in. */
export interface ReturnedIncomplete {
  readonly items: readonly string[];
  readonly open: readonly string[];
  readonly to: PartyRef;
  /** The checklist that it was held to then; `null` where the fact is older than that is kept. */
  readonly requirementSet: RequirementSetRef | null;
  readonly at: string;
}
