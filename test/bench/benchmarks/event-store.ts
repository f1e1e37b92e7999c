import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { startEventStore } from '../../support/embedded-event-store';
import type { Benchmark, Check, Row } from '../benchmark';
import { startCeiling } from '../ceiling/start-ceiling';
import { fiveHundredBytes, rawAppendRate } from '../raw-append';

const seeded = 20_000;
const eventsOfACall = 500;
const bulkCalls = 20;
const appends = 6_000;
const rounds = 3;

/** Something that is done to either server; answers how many per second. */
type Measure = (client: EventStoreDBClient) => Promise<number>;

const manyEvents = (count: number) =>
  Array.from({ length: count }, () => jsonEvent({ type: 'Measured', data: fiveHundredBytes }));

const perSecond = async (work: () => Promise<number>): Promise<number> => {
  const startedAt = performance.now();
  const done = await work();
  return (done / (performance.now() - startedAt)) * 1_000;
};

const countOf = async (events: AsyncIterable<unknown>): Promise<number> => {
  let count = 0;
  for await (const event of events) count += event === undefined ? 0 : 1;
  return count;
};

const bulk = async (client: EventStoreDBClient): Promise<number> => {
  for (let call = 0; call < bulkCalls; call += 1)
    await client.appendToStream(`bulk-${randomUUID()}`, manyEvents(eventsOfACall), { expectedRevision: NO_STREAM });
  return bulkCalls * eventsOfACall;
};

const seed = async (client: EventStoreDBClient, stream: string): Promise<void> => {
  for (let written = 0; written < seeded; written += eventsOfACall)
    await client.appendToStream(stream, manyEvents(eventsOfACall));
};

const measures = (stream: string): readonly (readonly [string, Measure])[] => [
  ['read $all', (client) => perSecond(() => countOf(client.readAll({ maxCount: seeded })))],
  ['read a stream', (client) => perSecond(() => countOf(client.readStream(stream)))],
  ['append, 500 events a call', (client) => perSecond(() => bulk(client))],
  ['append, 64 in flight', (client) => rawAppendRate(client, appends, 64)],
  ['append, 256 in flight', (client) => rawAppendRate(client, appends, 256)],
];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Both servers turn and turn about, after one turn each to warm up. */
const compare = async (
  name: string,
  measure: Measure,
  real: EventStoreDBClient,
  ceiling: EventStoreDBClient,
): Promise<Row> => {
  const [figures, ceilings]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const [ceilingFigure, figure] = [await measure(ceiling), await measure(real)];
    if (round < 0) continue;
    ceilings.push(ceilingFigure);
    figures.push(figure);
  }
  const peer = { name: 'answers from memory', figure: median(ceilings) };
  return { name: `event store, ${name}`, figure: median(figures), unit: '/s', peer };
};

/** The embedded event store against a server that answers the same client with the same bytes from memory. */
export const eventStore: Benchmark = {
  name: 'event-store',
  summary: 'The embedded event store against a server that answers from memory and keeps nothing.',
  run: async () => {
    const node = await startEventStore();
    const ceiling = await startCeiling(node.url);
    const [client, ceilingClient] = [node.url, ceiling.url].map((url) => EventStoreDBClient.connectionString(url));
    const stream = `seeded-${randomUUID()}`;
    try {
      if (client === undefined || ceilingClient === undefined) throw new Error('There are no clients.');
      await seed(client, stream);
      const rows: Row[] = [];
      for (const [name, measure] of measures(stream)) rows.push(await compare(name, measure, client, ceilingClient));
      const count = await countOf(client.readStream(stream));
      const check: Check = { name: 'event store: every event of the stream is read', violations: seeded - count };
      return { rows, checks: [check] };
    } finally {
      await Promise.all([client?.dispose(), ceilingClient?.dispose()]);
      await ceiling.stop();
      await node.stop();
    }
  },
};
