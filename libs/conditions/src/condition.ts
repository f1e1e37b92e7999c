/** What a stored field is compared with. Instants are UTC texts with milliseconds, so that they sort as text. */
export type Scalar = string | number | boolean | null;

/**
 * What a row must be like, as data: the same condition is a database filter, a test in memory, and the reason why a referral stands
 * in a queue. A path that leads to an array is met when one of its elements meets it; a missing field counts as `null`.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly path: string; readonly is: 'equals'; readonly value: Scalar }
  | { readonly path: string; readonly is: 'in'; readonly value: readonly Scalar[] }
  | Bound
  /** One element of the list at the path is like that, all in one. */
  | { readonly path: string; readonly is: 'some'; readonly like: Condition }
  | { readonly path: string; readonly is: 'exists'; readonly value: boolean };

/** A comparison by order. */
export interface Bound {
  readonly path: string;
  readonly is: 'before' | 'atOrBefore' | 'after' | 'atOrAfter';
  readonly value: string | number;
}

/** Fields in the order in which they sort. `null` and missing come first ascending and last descending. */
export type Sort = readonly { readonly path: string; readonly order: 'ascending' | 'descending' }[];

/** Met by every row. */
export const everything: Condition = { all: [] };

/** Met by no row. */
export const nothing: Condition = { any: [] };
