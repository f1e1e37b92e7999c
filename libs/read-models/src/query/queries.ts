import type { Bound, Condition, Sort } from '@referral/conditions';

/** The documents of a read model, or the rows that its events added beside them. */
export type Part = 'documents' | 'entries';

/** Rows of one tenant in one read model. */
export interface Query {
  readonly projection: string;
  readonly tenantId: string;
  /** Default: `documents`. */
  readonly part?: Part;
  readonly filter: Condition;
}

/** A number that rows get when they are read: how many rows of another read model name their id. */
export interface Counting {
  /** The field that holds it, for the sort. */
  readonly as: string;
  readonly projection: string;
  /** The field that names the id. */
  readonly by: string;
  /** The rows that count. */
  readonly filter: Condition;
}

/** One page of a sorted query. */
export interface PageQuery extends Query {
  /** A unique last field (`_id`) is added when it is missing. */
  readonly sort: Sort;
  /**
   * Rows that meet this come before all others, whatever the sort says: the breached before the unbreached. Every row needs a value
   * in its field.
   */
  readonly first?: Bound;
  /** 1 to 500. */
  readonly limit: number;
  /** Top-level fields that the rows come without; none that the sort needs. */
  readonly without?: readonly string[];
  /** Then only the first 2,000 rows, by the rest of the sort, are looked through. */
  readonly counting?: Counting;
  readonly cursor?: string;
  /** The instant that the filter was made for; it is kept in the cursor (see `ReadModels.instantOf`). */
  readonly asOf?: string;
}

/** A stored row: what the projection made of the events, and which events those were. */
export type Stored<Content extends object> = Content & {
  readonly _id: string;
  readonly tenantId: string;
  /** `positionKey` of the newest event that changed it; of an entry: its place among the entries. */
  readonly _position: string;
  /** Of an entry that does not stand at the position of its event, because it came late. */
  readonly _late?: boolean;
};

/** Rows in order, and how to go on. */
export interface Page<Content extends object> {
  readonly items: readonly Stored<Content>[];
  /** Give it back for the next page; `null` when this was the last. */
  readonly cursor: string | null;
}

/** A count that stops at a bound. `exact: false`: there are at least `value`; `value: null`: it could not be counted in time. */
export interface Count {
  readonly value: number | null;
  readonly exact: boolean;
}
