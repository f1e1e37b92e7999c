import type { LogPosition } from '@referral/eventsourcing';
import type { Count, Page, PageQuery, Query, Stored } from './query/queries';
import type { ModelStatus } from './status';

/** How long and how far a count goes. */
export interface CountBounds {
  /** Default 1,000. */
  readonly upTo?: number;
  /** Default 500 ms. */
  readonly withinMs?: number;
}

/**
 * The read side as queries see it. Every answer comes from the live version of a read model and from one tenant.
 * A read model that has never been built answers `READ_MODEL_NOT_READY`.
 */
export abstract class ReadModels {
  abstract get<Content extends object>(
    projection: string,
    tenantId: string,
    id: string,
  ): Promise<Stored<Content> | null>;

  /** A tampered or foreign cursor is refused with `INVALID_CURSOR`. */
  abstract page<Content extends object>(query: PageQuery): Promise<Page<Content>>;

  abstract count(query: Query, bounds?: CountBounds): Promise<Count>;

  /** All rows of a query, in no promised order, a batch at a time. */
  abstract scan<Content extends object>(query: Query): AsyncIterable<Stored<Content>>;

  /** The instant that the query of a cursor was made for; `null` without one. */
  abstract instantOf(cursor: string | undefined): string | null;

  /** Whether the read model has seen a position, waiting at most so long. */
  abstract waitFor(projection: string, position: LogPosition, timeoutMs: number): Promise<boolean>;

  /** Whether the read model has gone on beyond a position key (`''`: anywhere), waiting at most so long: for those who stream. */
  abstract waitBeyond(projection: string, key: string, timeoutMs: number): Promise<boolean>;

  abstract status(): Promise<readonly ModelStatus[]>;
}
