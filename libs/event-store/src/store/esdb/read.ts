import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type { LogPosition } from '@referral/eventsourcing';
import { StoreUnavailable } from '../errors';
import type { ReadStreamOptions, StoredEvent } from '../event-store';
import { isAfter } from '../position';
import { backOff, pause, TimedOut } from '../within';
import { drainWhenLeft } from './drain';
import type { EventStoreDbSettings } from './settings';
import { toStoredEvent, type Resolved } from './stored-event';

type ClientRead = StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent>;

/** The events of a stream. A read that breaks is continued behind the last event that came. */
export async function* readStream(
  client: EventStoreDBClient,
  settings: EventStoreDbSettings,
  streamId: string,
  { from, max = Infinity, direction = 'forwards' }: ReadStreamOptions,
): AsyncGenerator<StoredEvent> {
  const forwards = direction === 'forwards';
  let next = from;
  let left = max;
  const open = (): ClientRead =>
    client.readStream(streamId, {
      fromRevision: next ?? (forwards ? START : END),
      direction: forwards ? FORWARDS : BACKWARDS,
      ...(left !== Infinity && { maxCount: left }),
    });
  if (max < 1) return;
  for await (const event of persistently(open, settings)) {
    yield event;
    left -= 1;
    next = forwards ? event.revision + 1n : event.revision - 1n;
    if (left < 1 || next < 0n) return;
  }
}

/** Every event of the log behind a position (before it, when backwards), the store's own ones included. */
export async function* readLog(
  client: EventStoreDBClient,
  settings: EventStoreDbSettings,
  direction: 'forwards' | 'backwards',
  after: LogPosition | null,
): AsyncGenerator<StoredEvent> {
  const forwards = direction === 'forwards';
  let last = after;
  const open = (): ClientRead =>
    client.readAll({
      fromPosition: last ?? (forwards ? START : END),
      direction: forwards ? FORWARDS : BACKWARDS,
    });
  for await (const event of persistently(open, settings)) {
    // Forwards, the server begins with the event at the position itself.
    if (last && !(forwards ? isAfter(event.position, last) : isAfter(last, event.position))) continue;
    yield event;
    last = event.position;
  }
}

/** Opens the read again after a failure, up to so many failures without an event between them. */
async function* persistently(open: () => ClientRead, settings: EventStoreDbSettings): AsyncGenerator<StoredEvent> {
  for (let failures = 0; ;) {
    try {
      for await (const event of timed(open(), settings.readTimeout)) {
        failures = 0;
        yield event;
      }
      return;
    } catch (error) {
      if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return;
      failures += 1;
      if (failures >= settings.attempts) throw new StoreUnavailable('the read failed', { cause: error });
      await pause(backOff(settings.retryPause, failures - 1, settings.readTimeout));
    }
  }
}

/** The client's reads wait for ever, so this one ends the read when the next event does not come in time. */
async function* timed(read: ClientRead, milliseconds: number): AsyncGenerator<StoredEvent> {
  let waiting = true;
  const timer = setTimeout(() => {
    if (waiting) read.destroy(new TimedOut('the next event', milliseconds));
  }, milliseconds);
  drainWhenLeft(read);
  // The client reports failures by the event alone, also when nobody iterates any more.
  read.on('error', () => undefined);
  try {
    for await (const resolved of read as AsyncIterable<Resolved>) {
      const event = toStoredEvent(resolved);
      if (!event) continue;
      waiting = false;
      yield event;
      waiting = true;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
    void read.cancel().catch(() => undefined);
  }
}
