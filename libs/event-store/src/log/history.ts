import type { EventCodec } from '../envelope/event-codec';
import type { Opened } from '../envelope/open';
import type { EventStore, ReadStreamOptions, StoredEvent } from '../store/event-store';

/** One event of a history: as it is stored, and as it reads. */
export interface HistoryEntry {
  readonly stored: StoredEvent;
  readonly opened: Opened;
}

/** The events of a stream, stored and opened side by side. Throws StoreUnavailable and KeysUnavailable. */
export async function* history(
  store: EventStore,
  codec: EventCodec,
  streamId: string,
  options: ReadStreamOptions = {},
): AsyncGenerator<HistoryEntry> {
  for await (const stored of store.readStream(streamId, options)) {
    const answer = codec.open(stored);
    yield { stored, opened: answer instanceof Promise ? await answer : answer };
  }
}
