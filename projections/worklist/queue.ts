import type { Bound, Condition, Scalar, Sort } from '@referral/conditions';
import type { Index } from '@referral/eventsourcing';
import type { Role } from '@referral/values';
import type { WorklistItem } from './worklist-entry';

/** A value that is known when somebody looks: the time, so many business or calendar days from it, or who looks. */
export type Relative =
  { readonly now: true; readonly businessDays?: number; readonly days?: number } | { readonly me: true };

/** A condition whose values may be relative. */
export type QueueCondition =
  | { readonly all: readonly QueueCondition[] }
  | { readonly any: readonly QueueCondition[] }
  | { readonly path: string; readonly is: 'equals'; readonly value: Scalar | Relative }
  | { readonly path: string; readonly is: 'in'; readonly value: readonly Scalar[] }
  | { readonly path: string; readonly is: 'exists'; readonly value: boolean }
  | { readonly path: string; readonly is: Bound['is']; readonly value: Bound['value'] | Relative };

/** A work queue (domain.md 4.2), as data. */
export interface Queue {
  /** `Q04`. */
  readonly id: string;
  /** Its name in URLs. */
  readonly slug: string;
  readonly name: string;
  readonly filter: QueueCondition;
  readonly sort: Sort;
  /** Rows whose time in this field has passed come first: base sort S0. */
  readonly breachedBy?: string;
  readonly roles: readonly Role[];
  /** What lets the database answer without looking at every referral. */
  readonly index: Index;
  /** Why a referral stands in it, for people. */
  readonly why: (item: WorklistItem) => string;
}

/** What a queue asks when somebody looks into it. */
export interface QueueQuery {
  readonly filter: Condition;
  readonly sort: Sort;
  readonly first?: Bound;
}
