import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { EventStoreDb } from '@referral/event-store';
import type { Benchmark, Check, Row } from '../benchmark';
import { rateInFlight } from '../in-flight';
import { fiveHundredBytes, rawAppendRate } from '../raw-append';
import { startStores } from '../stores';

const sizes = [
  { inFlight: 1, count: 1_500 },
  { inFlight: 32, count: 10_000 },
  { inFlight: 64, count: 10_000 },
] as const;

/** Appends through the port against the official client alone, turn and turn about. */
export const append: Benchmark = {
  name: 'append',
  summary: 'Appends of one 500-byte event through the port, against the official client.',
  run: async () => {
    const stores = await startStores();
    const client = EventStoreDBClient.connectionString(stores.eventStoreUrl);
    const port = new EventStoreDb(stores.eventStoreUrl);
    const written = new Set<string>();
    const appendOne = async () => {
      const id = randomUUID();
      await port.append(`ported-${id}`, [{ id, type: 'Measured', data: fiveHundredBytes, metadata: {} }], 'no_stream');
      written.add(id);
    };
    const rows: Row[] = [];
    try {
      await Promise.all([rawAppendRate(client, 1_000, 32), rateInFlight(1_000, 32, appendOne)]);
      for (const { inFlight, count } of sizes) {
        const before = await rawAppendRate(client, count / 2, inFlight);
        const figure = await rateInFlight(count, inFlight, appendOne);
        const after = await rawAppendRate(client, count / 2, inFlight);
        const peer = { name: 'official client', figure: (before + after) / 2 };
        rows.push({ name: `append, ${String(inFlight)} in flight`, figure, unit: '/s', peer });
      }
      return { rows, checks: await outcome(port, written) };
    } finally {
      await port.close();
      await client.dispose();
      await stores.stop();
    }
  },
};

const outcome = async (port: EventStoreDb, written: ReadonlySet<string>): Promise<readonly Check[]> => {
  const seen = new Set<string>();
  let doubled = 0;
  for await (const { id } of port.readAll({ categories: ['ported'] })) {
    if (seen.has(id)) doubled += 1;
    seen.add(id);
  }
  return [
    { name: 'append: no acknowledged event is lost', violations: [...written].filter((id) => !seen.has(id)).length },
    { name: 'append: none is there twice', violations: doubled },
  ];
};
