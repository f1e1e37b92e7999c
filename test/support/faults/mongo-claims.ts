import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Collection, Document } from 'mongodb';

/** A document of a fault test: what it holds follows from its name. */
export interface Noted extends Document {
  readonly _id: string;
  readonly tags: readonly string[];
  readonly pad: string;
}

/** Names of documents whose insertion was acknowledged, and of all that were ever sent. */
export interface InsertJournal {
  readonly acknowledged: string[];
  readonly sent: Set<string>;
}

export const insertJournal = (): InsertJournal => ({ acknowledged: [], sent: new Set() });

/** The document of that name. */
export const entryOf = (_id: string): Noted => ({
  _id,
  tags: [_id.slice(0, 3), _id.slice(-1)],
  pad: createHash('sha256').update(_id).digest('hex').repeat(40),
});

const clients: MongoClient[] = [];

/** A client that asks once, and waits no longer than a test may. */
export const connectOnce = async (url: string): Promise<MongoClient> => {
  const waits = { serverSelectionTimeoutMS: 3_000, socketTimeoutMS: 8_000 };
  const client = await MongoClient.connect(url, { ...waits, retryWrites: false });
  clients.push(client);
  return client;
};

/** Closes the clients that a test which failed has left open: they would keep the suite from ending. */
export const closeClients = async (): Promise<void> => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
};

export const entriesOf = (client: MongoClient): Collection<Noted> => client.db('faults').collection<Noted>('noted');

/** Inserts one document and notes that it was sent, and that it was acknowledged if it was. */
export const insertNoted = async (entries: Collection<Noted>, id: string, journal: InsertJournal): Promise<void> => {
  journal.sent.add(id);
  await entries.insertOne(entryOf(id));
  journal.acknowledged.push(id);
};

let rounds = 0;

/** Writers insert, each until an insertion of its own fails or it has done `most`; answers what the failures were. */
export const insertUntilRefused = async (
  url: string,
  journal: InsertJournal,
  { writers, most = Infinity }: { readonly writers: number; readonly most?: number },
): Promise<readonly unknown[]> => {
  const client = await connectOnce(url);
  const round = String(++rounds);
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < most; n++)
      await insertNoted(entriesOf(client), `${round}-${String(writer)}-${String(n)}`, journal);
  };
  const ends = await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(writer)));
  await client.close();
  return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
};

/** Nothing that was acknowledged is lost or changed, nothing is there that nobody sent, and the indexes say the same. */
export const expectHonestMongo = async (url: string, { acknowledged, sent }: InsertJournal): Promise<void> => {
  const client = await connectOnce(url);
  const entries = entriesOf(client);
  const stored = new Map((await entries.find().toArray()).map((document) => [document._id, document]));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect([...stored.keys()].filter((id) => !sent.has(id))).toEqual([]);
  expect([...stored.values()]).toEqual([...stored.keys()].map(entryOf));
  const indexed = await entries.find({ tags: { $gte: '' } }, { hint: 'tags_1' }).toArray();
  expect(new Set(indexed.map(({ _id }) => _id))).toEqual(new Set(stored.keys()));
  expect(await entries.estimatedDocumentCount()).toBe(stored.size);
  await client.close();
};
