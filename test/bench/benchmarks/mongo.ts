import { MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { startMongo } from '../../support/embedded-mongo';
import type { RunningMongo } from '../../support/embedded-mongo';
import type { Benchmark, Check, Row } from '../benchmark';
import { rateInFlight } from '../in-flight';
import { processorTimeOf } from '../processor-time';
import { openRawLmdb } from '../raw-lmdb';
import type { RawLmdb } from '../raw-lmdb';

const documents = 20_000;
const together = 1_000;
const finds = 8_000;
const pages = 1_000;
const pageSize = 50;
const rounds = 3;

/** About as large as an entry of the worklist, and indexed as one is: three fields to choose by, a time to sort by. */
interface Entry {
  readonly _id: string;
  readonly queue: string;
  readonly specialty: string;
  readonly owner: string;
  readonly dueAt: string;
  readonly version: number;
  readonly note: string;
}

const note = 'x'.repeat(820);

const entry = (n: number, version: number): Entry => ({
  _id: `referral-${String(n).padStart(8, '0')}`,
  queue: `queue-${String(n % 17)}`,
  specialty: `specialty-${String(n % 40)}`,
  owner: `team-${String(n % 9)}`,
  dueAt: new Date(1_700_000_000_000 + ((n * 7_919) % documents) * 60_000).toISOString(),
  version,
  note,
});

const indexed = async (client: MongoClient, name: string): Promise<Collection<Entry>> => {
  const entries = client.db('bench').collection<Entry>(name);
  for (const field of ['queue', 'specialty', 'owner'] as const)
    await entries.createIndex({ [field]: 1, dueAt: 1, _id: 1 });
  return entries;
};

const upsertAll = async (entries: Collection<Entry>, version: number): Promise<number> => {
  for (let first = 0; first < documents; first += together)
    await entries.bulkWrite(
      Array.from({ length: together }, (_, n) => {
        const { _id, ...fields } = entry(first + n, version);
        return { updateOne: { filter: { _id }, update: { $set: fields }, upsert: true } };
      }),
      { ordered: false },
    );
  return documents;
};

/** How many per second, and what each cost the node in processor time. */
interface Measured {
  readonly figure: number;
  readonly microseconds: number;
}

const measured = async (node: RunningMongo, work: () => Promise<number>): Promise<Measured> => {
  const [startedAt, before] = [performance.now(), processorTimeOf(node.pid)];
  const done = await work();
  const seconds = (performance.now() - startedAt) / 1_000;
  return { figure: done / seconds, microseconds: (processorTimeOf(node.pid) - before) / done };
};

const row = (name: string, { figure, microseconds }: Measured, peer?: Row['peer']): Row => ({
  name: `mongo, ${name}`,
  figure,
  unit: '/s',
  beside: `${microseconds.toFixed(0)} us of the node's processor time each`,
  ...(peer && { peer }),
});

const medianOf = (values: readonly Measured[]): Measured =>
  [...values].sort((left, right) => left.figure - right.figure)[values.length >> 1] ?? { figure: 0, microseconds: 0 };

/** Upserts into an empty collection, and changes of the same documents, turn and turn about with plain puts of as many entries. */
const writing = async (client: MongoClient, node: RunningMongo, raw: RawLmdb): Promise<readonly Row[]> => {
  const value = Buffer.alloc(1_000, 1);
  const [ceiling, fresh, changes]: [number[], Measured[], Measured[]] = [[], [], []];
  for (let round = -1; round < rounds; round += 1) {
    const entries = await indexed(client, `entries-${String(round)}`);
    const plain = await raw.putRate(value, documents, 3, together);
    const made = await measured(node, () => upsertAll(entries, 0));
    const changed = await measured(node, () => upsertAll(entries, 1));
    if (round < 0) continue; // to warm up
    ceiling.push(plain);
    fresh.push(made);
    changes.push(changed);
  }
  const peer = { name: 'lmdb alone, 4 puts each', figure: [...ceiling].sort((a, b) => a - b)[rounds >> 1] ?? 0 };
  return [
    row('upserts of new documents, 1,000 a call', medianOf(fresh), peer),
    row('upserts that change documents', medianOf(changes), peer),
  ];
};

const reading = async (node: RunningMongo, entries: Collection<Entry>, raw: RawLmdb): Promise<readonly Row[]> => {
  const findOne = (inFlight: number) =>
    measured(node, async () => {
      await rateInFlight(finds, inFlight, async (n) => {
        const { _id } = entry((n * 31) % documents, 0);
        if ((await entries.findOne({ _id }))?._id !== _id) throw new Error('What was written is not found.');
      });
      return finds;
    });
  await findOne(16);
  const [one, several] = [await findOne(1), await findOne(16)];
  const page = await measured(node, async () => {
    await rateInFlight(pages, 4, async (n) => {
      const found = entries
        .find({ queue: `queue-${String(n % 17)}` })
        .sort({ dueAt: 1, _id: 1 })
        .limit(pageSize);
      if ((await found.toArray()).length !== pageSize) throw new Error('A page is not full.');
    });
    return pages;
  });
  const peer = { name: 'lmdb alone, in this process', figure: raw.getRate(documents) };
  return [
    row('findOne by _id', one, peer),
    row('findOne by _id, 16 in flight', several, peer),
    row('pages of 50 by an index, 4 in flight', page),
  ];
};

const outcome = async (entries: Collection<Entry>): Promise<readonly Check[]> => {
  const seen = new Map<string, number>();
  let doubled = 0;
  for await (const { _id, version } of entries.find()) {
    if (seen.has(_id)) doubled += 1;
    seen.set(_id, version);
  }
  const wanted = Array.from({ length: documents }, (_, n) => entry(n, 1)._id);
  const byIndex = await entries
    .find({ queue: { $gte: '' } }, { projection: { _id: 1 }, hint: 'queue_1_dueAt_1__id_1' })
    .toArray();
  return [
    { name: 'mongo: no acknowledged upsert is lost', violations: wanted.filter((id) => seen.get(id) !== 1).length },
    { name: 'mongo: none is there twice', violations: doubled + seen.size - documents },
    { name: 'mongo: an index has each document once', violations: Math.abs(byIndex.length - documents) },
  ];
};

/** The embedded MongoDB node through the official client, against the store under it. */
export const mongo: Benchmark = {
  name: 'mongo',
  summary: 'Upserts and reads of the embedded MongoDB node, against plain puts and gets of the store under it.',
  run: async () => {
    const [node, raw] = await Promise.all([startMongo(), openRawLmdb()]);
    const client = await MongoClient.connect(node.url);
    try {
      const written = await writing(client, node, raw);
      const entries = await indexed(client, `entries-${String(rounds - 1)}`);
      const rows = [...written, ...(await reading(node, entries, raw))];
      return { rows, checks: await outcome(entries) };
    } finally {
      await client.close();
      await raw.close();
      await node.stop();
    }
  },
};
