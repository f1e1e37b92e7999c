import type { StopListening } from './commit-signal';

/** What a follower is given, in order. */
export type FollowItem =
  | { readonly kind: 'event'; readonly message: Buffer }
  /** A filtered follower has been told of everything that concerns it up to here. */
  | { readonly kind: 'checkpoint'; readonly position: number }
  /** The stream has ended for good; nothing follows. */
  | { readonly kind: 'tombstoned' };

/** Follows a stream or the log: what there is, then what comes. */
export interface Follower {
  /** The next piece, perhaps empty where nothing passed a filter; `undefined` when there is nothing new for now. */
  readonly next: () => readonly FollowItem[] | undefined;
  /** Calls back whenever there may be something new. */
  readonly listen: (listener: () => void) => StopListening;
}
