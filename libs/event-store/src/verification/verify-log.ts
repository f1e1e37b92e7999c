import type { LogPosition } from '@referral/eventsourcing';
import type { EventStore } from '../store/event-store';
import { comparePositions } from '../store/position';
import type { Anchor } from './head-anchor';
import { digestOf } from './log-digest';
import { beforeStream, isBroken, verifyEvent, type BrokenEvent, type StreamHead } from './verify-stream';

/** Where a verification stands. */
export interface VerificationProgress {
  readonly events: number;
  readonly position: LogPosition;
}

/** What a verification found. */
export interface Verification {
  /** True when every event is as it was written and nothing that was anchored is missing. */
  readonly intact: boolean;
  /** Events that were found to be as they were written. */
  readonly events: number;
  readonly streams: number;
  /** Of the last of them; `null` in an empty log. */
  readonly position: LogPosition | null;
  /** Over the heads of all streams, see `digestOf`. */
  readonly digest: string;
  /** The first event that is not as it was written. */
  readonly broken?: BrokenEvent;
  /** How the log contradicts the anchor. */
  readonly anchorMismatch?: string;
}

export interface VerifyLogOptions {
  /** The last head that was written down outside the log; with it a cut tail and a replaced log are found. */
  readonly anchor?: Anchor | null;
  /** Called every 1,000 events. */
  readonly onProgress?: (progress: VerificationProgress) => void;
}

const progressInterval = 1_000;

/** Reads the whole log and verifies every stream in it. Throws StoreUnavailable. */
export const verifyLog = async (
  store: Pick<EventStore, 'readAll'>,
  { anchor = null, onProgress }: VerifyLogOptions = {},
): Promise<Verification> => {
  const heads = new Map<string, StreamHead>();
  let events = 0;
  let position: LogPosition | null = null;
  let atAnchor: string | null = anchor ? `the log ends before the anchored position ${anchor.position.commit}` : null;
  const found = (more: Pick<Verification, 'broken' | 'anchorMismatch'> = {}): Verification => ({
    intact: Object.keys(more).length === 0,
    events,
    streams: heads.size,
    position,
    digest: digestOf(heads),
    ...more,
  });
  for await (const event of store.readAll()) {
    const verified = verifyEvent(heads.get(event.streamId) ?? beforeStream, event);
    if (isBroken(verified)) return found({ broken: verified });
    heads.set(event.streamId, verified);
    events += 1;
    position = event.position;
    if (anchor && comparePositions(position, anchor.position) === 0) atAnchor = contradiction(anchor, events, heads);
    if (events % progressInterval === 0) onProgress?.({ events, position });
  }
  return found(atAnchor === null ? {} : { anchorMismatch: atAnchor });
};

const contradiction = (anchor: Anchor, events: number, heads: ReadonlyMap<string, StreamHead>): string | null => {
  const { commit } = anchor.position;
  if (events !== anchor.events) return `${anchor.events} events were anchored up to ${commit}, and ${events} are there`;
  return digestOf(heads) === anchor.digest ? null : `the streams up to ${commit} do not end as they were anchored`;
};
