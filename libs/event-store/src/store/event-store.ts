import type { FollowOptions, LogPosition } from '@referral/eventsourcing';

/** An event as it goes into the store: sealed, so PHI is ciphertext and the metadata carries its hash. */
export interface EventToStore {
  /** UUID; writing the same ids again at the same place changes nothing. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** An event as it came out of the store, nothing decrypted, upcast or believed. */
export interface StoredEvent {
  readonly streamId: string;
  /** Place in the stream, from 0. */
  readonly revision: bigint;
  readonly position: LogPosition;
  readonly id: string;
  readonly type: string;
  /** A string when the stored bytes are not JSON. */
  readonly data: unknown;
  readonly metadata: unknown;
  /** When the store took it, by the store's clock. */
  readonly created: Date;
}

/** Where the writer believes the stream ends: nothing written yet, anywhere, or at the event of this revision. */
export type ExpectedRevision = 'no_stream' | 'any' | bigint;

/** What an append answers: revision and log position of its last event. */
export interface Appended {
  readonly revision: bigint;
  readonly position: LogPosition;
}

export interface ReadStreamOptions {
  /** First revision, inclusive; by default the beginning, or the end when reading backwards. */
  readonly from?: bigint;
  /** At most so many events. */
  readonly max?: number;
  readonly direction?: 'forwards' | 'backwards';
}

export interface ReadAllOptions {
  /** Start behind this position (before it when reading backwards); by default at the beginning, or at the end. */
  readonly after?: LogPosition | null;
  /** Only streams of these categories; all but the store's own streams when absent. */
  readonly categories?: readonly string[];
  /** At most so many events. */
  readonly max?: number;
  readonly direction?: 'forwards' | 'backwards';
}

/** What a follower of the stored log is told, in log order. */
export type StoredMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Nothing up to this position concerns the follower beyond what it was told already. */
  | { readonly kind: 'progress'; readonly position: LogPosition }
  /** The follower has everything there was; what comes now is live. Told again after each interruption. */
  | { readonly kind: 'caughtUp' };

/** The log of stored events. One contract suite (`testing/event-store.contract.ts`) holds for every implementation. */
export abstract class EventStore {
  /**
   * Appends all events or none, at least one. Throws RevisionConflict when the stream does not end where it was expected, and
   * StoreUnavailable when the outcome could not be learned after bounded retries.
   */
  abstract append(streamId: string, events: readonly EventToStore[], expected: ExpectedRevision): Promise<Appended>;

  /** The events of a stream; none when it is missing or deleted. Throws StoreUnavailable. */
  abstract readStream(streamId: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;

  /** The events of the whole log in log order, without the store's own streams. Throws StoreUnavailable. */
  abstract readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent>;

  /** Everything after a position, then what comes, until the signal ends it; interruptions are healed inside. */
  abstract follow(options: FollowOptions): AsyncIterable<StoredMessage>;

  /**
   * Position of the newest event, the store's own included, since followers are told how far they are in those terms; `null` when there
   * is none. Throws StoreUnavailable.
   */
  abstract head(): Promise<LogPosition | null>;

  abstract close(): Promise<void>;
}
