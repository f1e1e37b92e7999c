import { createHash, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/** An append that was acknowledged: where it was said to be, and what it held. */
export interface Acknowledged {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly digest: string;
}

/** What was acknowledged, and every id that was ever sent. */
export interface AppendJournal {
  readonly acknowledged: Acknowledged[];
  readonly sent: Set<string>;
}

export const appendJournal = (): AppendJournal => ({ acknowledged: [], sent: new Set() });

export const connect = (url: string): EventStoreDBClient =>
  EventStoreDBClient.connectionString(`${url}&keepAliveInterval=-1`);

const digest = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** Appends one event and notes that it was sent, and that it was acknowledged if it was. */
export const appendNoted = async (
  client: EventStoreDBClient,
  stream: string,
  n: number,
  { acknowledged, sent }: AppendJournal,
): Promise<void> => {
  const data = { n, pad: 'x'.repeat(n % 700) };
  const event = jsonEvent({ type: 'Loaded', data });
  sent.add(event.id);
  const { nextExpectedRevision } = await client.appendToStream(stream, event);
  acknowledged.push({ id: event.id, stream, revision: nextExpectedRevision, digest: digest(data) });
};

/** Writers append until one of their appends fails; `each` is told how many were acknowledged so far. */
export const appendUntilRefused = async (
  url: string,
  journal: AppendJournal,
  { writers, each }: { readonly writers: number; readonly each?: (acknowledged: number) => void },
): Promise<void> => {
  const client = connect(url);
  const round = randomUUID().slice(0, 8);
  let acknowledged = 0;
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; ; n++) {
      await appendNoted(client, `load-${round}-${writer}`, n, journal);
      each?.(++acknowledged);
    }
  };
  await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(writer)));
  await client.dispose();
};

/** Everything in the log by id, none of it twice. */
export const storedEvents = async (url: string): Promise<ReadonlyMap<string, Acknowledged>> => {
  const client = connect(url);
  const stored = new Map<string, Acknowledged>();
  for await (const { event } of client.readAll()) {
    if (event === undefined) continue;
    expect(stored.has(event.id)).toBe(false);
    const { id, streamId: stream, revision, data } = event;
    stored.set(id, { id, stream, revision, digest: digest(data) });
  }
  await client.dispose();
  return stored;
};

/** Nothing that was acknowledged is lost or changed, and nothing is there that nobody sent. */
export const expectHonest = async (url: string, { acknowledged, sent }: AppendJournal): Promise<void> => {
  const stored = await storedEvents(url);
  expect(acknowledged.map(({ id }) => stored.get(id))).toEqual(acknowledged);
  expect([...stored.keys()].filter((id) => !sent.has(id))).toEqual([]);
};
