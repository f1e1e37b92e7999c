import type { CommitSignal } from './commit-signal';
import type { Follower, FollowItem } from './follow';
import type { LogIndex } from './log-index';
import type { PageReader } from './page-reader';
import { PAGE_EVENTS } from './pages';
import { lengthOf } from './revisions';
import { streamState } from './stream-state';
import { visibleRange } from './visible-range';

export interface FollowParts {
  readonly index: LogIndex;
  readonly readPage: PageReader;
  readonly signal: CommitSignal;
}

const toItem = (message: Buffer): FollowItem => ({ kind: 'event', message });

/** Follows a stream from a revision on, which need not exist yet; `undefined` when the stream has ended for good already. */
export const followStream = (
  { index, readPage, signal }: FollowParts,
  stream: string,
  from: number,
): Follower | undefined => {
  if (streamState(index, stream).kind === 'tombstoned') return undefined;
  let at = from;
  let isLive = false;
  let hasEnded = false;

  /** What was there before is seen as far as metadata lets it; what comes live is told whatever metadata says. */
  const skipHidden = (): void => {
    const entry = index.stream(stream);
    if (entry === undefined) return;
    at = Math.max(at, isLive ? entry.first : Math.min(visibleRange(entry).first, lengthOf(entry)));
  };

  const end = (tombstone: number): readonly FollowItem[] => {
    hasEnded = true;
    return [...(isLive ? readPage([tombstone]).map(toItem) : []), { kind: 'tombstoned' }];
  };

  return {
    next: () => {
      skipHidden();
      const entry = index.stream(stream);
      const from = at - (entry?.first ?? 0);
      const ordinals = from < 0 ? [] : (entry?.ordinals.slice(from, from + PAGE_EVENTS) ?? []);
      at += ordinals.length;
      if (ordinals.length > 0) return readPage(ordinals).map(toItem);
      if (entry?.tombstone !== undefined && !hasEnded) return end(entry.tombstone);
      isLive = true;
      return undefined;
    },
    listen: (listener) => signal.onStream(stream, listener),
  };
};
