import type { LogPosition, RecordedEvent } from './recorded-event';

/** What a follower of the log is told, in log order. */
export type LogMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** An event that is in the log and cannot be opened: not JSON, without envelope, of a future schema version. */
  | {
      readonly kind: 'unreadable';
      readonly streamId: string;
      readonly revision: bigint;
      readonly position: LogPosition;
      readonly eventType: string;
      readonly reason: string;
    }
  /** Nothing up to this position concerns the follower beyond what it was told already. */
  | { readonly kind: 'progress'; readonly position: LogPosition }
  /** The follower has everything there was; what comes now is live. */
  | { readonly kind: 'caughtUp' };

/** What a follower wants: events after a position (`null`: from the beginning) in streams of some categories. */
export interface FollowOptions {
  readonly after: LogPosition | null;
  /** Categories, such as `referral`; a stream belongs to one when its name starts with `category-`. */
  readonly categories: readonly string[];
  /** Ends the iteration. */
  readonly signal: AbortSignal;
}

/** The log as the read side sees it: in order, without gap, never backwards, for as long as one listens. */
export interface EventLog {
  readonly follow: (options: FollowOptions) => AsyncIterable<LogMessage>;
  /** Position of the newest event of the whole log; `null` when it is empty. */
  readonly head: () => Promise<LogPosition | null>;
}
