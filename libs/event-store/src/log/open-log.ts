import type { EventLog, LogMessage } from '@referral/eventsourcing';
import type { Opened } from '../envelope/open';
import type { EventCodec } from '../envelope/event-codec';
import { KeysUnavailable } from '../keys/patient-keys';
import type { EventStore, StoredEvent } from '../store/event-store';
import { backOff, pause } from '../store/within';

/** Pauses between attempts to open an event whose key cannot be reached, ms. */
const firstPause = 100;
const longestPause = 5_000;

/** Told each time that an event cannot be opened yet, for the log file. */
export type OnWaiting = (message: string, error: unknown) => void;

/** The log as the read side sees it: stored events opened on the way. It waits while the keys cannot be reached, and says so. */
export const openLog = (store: EventStore, codec: EventCodec, onWaiting: OnWaiting = () => undefined): EventLog => ({
  head: () => store.head(),
  async *follow(options) {
    for await (const message of store.follow(options)) {
      if (message.kind !== 'event') {
        yield message;
        continue;
      }
      const answer = codec.open(message.event);
      const open = (attempt: number) => (attempt === 0 ? answer : codec.open(message.event));
      const opened =
        answer instanceof Promise ? await patiently(open, message.event, options.signal, onWaiting) : answer;
      if (opened) yield told(message.event, opened);
    }
  },
});

/** `null` when the follower left before the keys came back. */
const patiently = async (
  open: (attempt: number) => Opened | Promise<Opened>,
  { streamId, revision }: StoredEvent,
  signal: AbortSignal,
  onWaiting: OnWaiting,
): Promise<Opened | null> => {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await open(attempt);
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      onWaiting(`${streamId} at ${revision} cannot be opened; trying again.`, error);
      await pause(backOff(firstPause, attempt, longestPause), signal);
    }
  }
  return null;
};

const told = (stored: StoredEvent, opened: Opened): LogMessage => {
  if (opened.kind === 'event') return opened;
  const { streamId, revision, position, type: eventType } = stored;
  return { kind: 'unreadable', streamId, revision, position, eventType, reason: opened.reason };
};
