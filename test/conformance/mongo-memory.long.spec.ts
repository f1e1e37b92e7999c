import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { startMongo } from '../support/embedded-mongo';
import type { RunningMongo } from '../support/embedded-mongo';
import { residentMegabytes } from '../support/raw-mongo-clients';

const LIMIT_MILLISECONDS = 600_000;
/** More than the node may hold, and more than a sort may. */
const MEGABYTES = 600;
const MOST_MEGABYTES = 300;
/** With pieces of a sort and a batch of 16 MiB in the making; all documents and their sort keys at once would take above 1,000. */
const MOST_WHILE_SORTING = 500;
const DOCUMENTS_OF_A_MEGABYTE = 1_000;

interface Entry {
  readonly _id: number;
  readonly place: number;
  readonly pad: string;
}

let node: RunningMongo;
let client: MongoClient;
let entries: Collection<Entry>;
const count = MEGABYTES * DOCUMENTS_OF_A_MEGABYTE;
/** Each place once, in an order that has nothing to do with that of the _id (7,919 is prime to the count). */
const placeOf = (id: number): number => (id * 7_919) % count;

beforeAll(async () => {
  node = await startMongo();
  client = await MongoClient.connect(node.url);
  entries = client.db('memory').collection<Entry>('entries');
  const pad = 'x'.repeat(950);
  for (let first = 0; first < count; first += DOCUMENTS_OF_A_MEGABYTE)
    await entries.insertMany(
      Array.from({ length: DOCUMENTS_OF_A_MEGABYTE }, (_, n) => ({ _id: first + n, place: placeOf(first + n), pad })),
    );
}, LIMIT_MILLISECONDS);

afterAll(async () => {
  await client.close();
  expect(await node.stop()).toBe(0);
});

describe('a collection that does not fit into memory', () => {
  it(
    'is written and read through a cursor within bounds',
    async () => {
      let [read, misplaced, most] = [0, 0, residentMegabytes(node.pid)];
      for await (const { _id } of entries.find()) {
        if (_id !== read) misplaced += 1;
        read += 1;
        if (read % 10_000 === 0) most = Math.max(most, residentMegabytes(node.pid));
      }
      expect({ read, misplaced }).toEqual({ read: count, misplaced: 0 });
      expect(most).toBeLessThan(MOST_MEGABYTES);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is sorted without an index when a limit says how few are wanted',
    async () => {
      const last = await entries.find().sort({ place: -1 }).limit(10).toArray();
      expect(last.map(({ place }) => place)).toEqual(Array.from({ length: 10 }, (_, n) => count - 1 - n));
      expect(residentMegabytes(node.pid)).toBeLessThan(MOST_MEGABYTES);
    },
    LIMIT_MILLISECONDS,
  );

  it.each([undefined, true])(
    'is sorted whole without an index, partly on disk, with allowDiskUse %s',
    async (allowDiskUse) => {
      const options = allowDiskUse === undefined ? {} : { allowDiskUse };
      for (const cursor of [
        entries.find({}, { ...options, projection: { place: 1 } }).sort({ place: -1 }),
        entries.aggregate<{ place: number }>([{ $sort: { place: -1 } }, { $project: { place: 1 } }], options),
      ]) {
        let next = count;
        for await (const { place } of cursor) if (place === next - 1) next -= 1;
        expect(next).toBe(0);
      }
      expect(residentMegabytes(node.pid)).toBeLessThan(MOST_WHILE_SORTING);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is not sorted whole without an index where the disk may not be used',
    async () => {
      const refusal = { code: 292, codeName: 'QueryExceededMemoryLimitNoDiskUseAllowed' };
      const options = { allowDiskUse: false };
      await expect(entries.find({}, options).sort({ place: 1 }).toArray()).rejects.toMatchObject(refusal);
      await expect(entries.aggregate([{ $sort: { place: 1 } }], options).toArray()).rejects.toMatchObject(refusal);
    },
    LIMIT_MILLISECONDS,
  );
});
