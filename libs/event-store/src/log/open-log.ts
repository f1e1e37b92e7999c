import type { EventLog, LogMessage } from '@referral/eventsourcing';
import type { Opened } from '../envelope/open';
import type { EventCodec } from '../envelope/event-codec';
import { KeysUnavailable } from '../keys/patient-keys';
import type { EventStore, StoredEvent } from '../store/event-store';
import { backOff, pause } from '../store/within';

/** Pauses between attempts to open an event whose key cannot be reached, ms. */
const firstPause = 100;
const longestPause = 5_000;

/** The log as the read side sees it: stored events opened on the way. It waits while the keys cannot be reached. */
export const openLog = (store: EventStore, codec: EventCodec): EventLog => ({
  head: () => store.head(),
  async *follow(options) {
    for await (const message of store.follow(options)) {
      if (message.kind !== 'event') {
        yield message;
        continue;
      }
      const answer = codec.open(message.event);
      const opened = answer instanceof Promise ? await patiently(answer, codec, message.event, options.signal) : answer;
      if (opened) yield told(message.event, opened);
    }
  },
});

/** `null` when the follower left before the keys came back. */
const patiently = async (
  first: Promise<Opened>,
  codec: EventCodec,
  stored: StoredEvent,
  signal: AbortSignal,
): Promise<Opened | null> => {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await (attempt === 0 ? first : codec.open(stored));
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
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
