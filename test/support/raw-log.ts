import { EventStoreDBClient, StreamNotFoundError } from '@eventstore/db-client';

/** What a check needs of an event as the official client reads it. */
export interface RawEvent {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Reads a log by the official client and nothing of ours in between. */
export interface RawLog {
  /** Every event of a stream, from the first; none for a stream that is not there. */
  readonly stream: (streamId: string) => Promise<readonly RawEvent[]>;
  /** Every event of the log but the store's own. */
  readonly all: () => Promise<readonly RawEvent[]>;
  readonly close: () => Promise<void>;
}

/** The log at a connection string. */
export const rawLog = (url: string): RawLog => {
  const client = EventStoreDBClient.connectionString(url);
  const stream = async (streamId: string): Promise<readonly RawEvent[]> => {
    const events: RawEvent[] = [];
    try {
      for await (const { event } of client.readStream(streamId)) if (event) events.push(raw(event));
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return events;
  };
  const all = async (): Promise<readonly RawEvent[]> => {
    const events: RawEvent[] = [];
    for await (const { event } of client.readAll()) if (event && !event.type.startsWith('$')) events.push(raw(event));
    return events;
  };
  return { stream, all, close: () => client.dispose() };
};

interface Read {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

const raw = ({ id, streamId, revision, type, data, metadata }: Read): RawEvent => ({
  id,
  streamId,
  revision: Number(revision),
  type,
  data: data as RawEvent['data'],
  metadata: metadata as RawEvent['metadata'],
});
