import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { Decimal128, Double, Int32, Long, MongoClient, MongoServerError, ObjectId, UUID } from 'mongodb';
import type { Collection, Db, Document } from 'mongodb';
import { startMongo } from '../support/embedded-mongo';
import type { RunningMongo } from '../support/embedded-mongo';
import { sendRaw } from '../support/raw-mongo';

/** Runs against the server that MONGODB_URL names, else against an embedded node of its own. */
const given = process.env['MONGODB_URL'];

interface Entry extends Document {
  _id: number | string;
}

let node: RunningMongo | undefined;
let url = '';
let client: MongoClient;
let database: Db;
let entries: Collection<Entry>;

beforeAll(async () => {
  node = given === undefined ? await startMongo() : undefined;
  url = given ?? node?.url ?? '';
  client = await MongoClient.connect(url);
  database = client.db(`conformance-${randomUUID().slice(0, 8)}`);
});

afterAll(async () => {
  await database.dropDatabase();
  await client.close();
  await node?.stop();
});

beforeEach(() => {
  entries = database.collection<Entry>(`entries-${randomUUID().slice(0, 8)}`);
});

const failure = async (attempt: () => Promise<unknown>): Promise<MongoServerError> => {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof MongoServerError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('documents', () => {
  it('come back with the types they were stored with', async () => {
    const typed = client.db(database.databaseName).collection(entries.collectionName, { promoteValues: false });
    const document = {
      _id: new ObjectId(),
      double: new Double(1),
      int: new Int32(1),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.10'),
    };
    await typed.insertOne(document);
    await typed.updateOne({ _id: document._id }, { $set: { other: new Int32(2) } });
    expect(await typed.findOne({})).toEqual({ ...document, other: new Int32(2) });
  });

  it('compare numbers by value across types, and other types not at all', async () => {
    await entries.insertMany([
      { _id: 1, value: Long.fromNumber(10) },
      { _id: 2, value: 2.5 },
      { _id: 3, value: Decimal128.fromString('2.50') },
      { _id: 4, value: '10' },
      { _id: 5, value: null },
      { _id: 6 },
    ]);
    const ids = async (filter: object): Promise<unknown> =>
      entries
        .find(filter)
        .sort({ _id: 1 })
        .map((entry) => entry._id)
        .toArray();
    expect(await ids({ value: { $gt: 2 } })).toEqual([1, 2, 3]);
    expect(await ids({ value: 2.5 })).toEqual([2, 3]);
    expect(await ids({ value: null })).toEqual([5, 6]);
    expect(await ids({ value: { $gte: null } })).toEqual([5, 6]);
    expect(await ids({ value: { $ne: 2.5 } })).toEqual([1, 4, 5, 6]);
  });

  it('sort across types in BSON order', async () => {
    const values = [new Date(0), true, new ObjectId(), ['z'], { a: 1 }, 'a', 1, null];
    await entries.insertMany(values.map((value, index) => ({ _id: index, value })));
    const sorted = await entries
      .find()
      .sort({ value: 1 })
      .map((entry) => entry._id)
      .toArray();
    // An array sorts by its least item, here a string.
    expect(sorted).toEqual([7, 6, 5, 3, 4, 2, 1, 0]);
  });

  it('are reached through arrays and dotted paths', async () => {
    await entries.insertMany([
      {
        _id: 1,
        visits: [
          { clinic: 'a', minutes: 5 },
          { clinic: 'b', minutes: 50 },
        ],
      },
      { _id: 2, visits: [{ clinic: 'a', minutes: 50 }] },
      { _id: 3, visits: [] },
    ]);
    expect(await entries.countDocuments({ 'visits.clinic': 'a', 'visits.minutes': 50 })).toBe(2);
    expect(await entries.countDocuments({ visits: { $elemMatch: { clinic: 'a', minutes: 50 } } })).toBe(1);
    expect(await entries.countDocuments({ visits: { $size: 0 } })).toBe(1);
    expect(await entries.distinct('visits.clinic')).toEqual(['a', 'b']);
    expect(await entries.findOne({ 'visits.minutes': 50 }, { projection: { 'visits.$': 1 } })).toEqual({
      _id: 1,
      visits: [{ clinic: 'b', minutes: 50 }],
    });
  });
});

describe('updates', () => {
  it('apply every operator the read models use', async () => {
    await entries.insertOne({ _id: 1, count: 1, low: 5, high: 5, tags: ['a'], items: [1, 2, 3], gone: true });
    const change: Document = {
      $inc: { count: 2 },
      $min: { low: 3 },
      $max: { high: 9 },
      $push: { items: 4 },
      $addToSet: { tags: 'a' },
      $unset: { gone: '' },
      $set: { 'deep.er': 1 },
    };
    const result = await entries.updateOne({ _id: 1 }, change);
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    const pull: Document = { $pull: { items: { $gte: 3 } } };
    await entries.updateOne({ _id: 1 }, pull);
    expect(await entries.findOne()).toEqual({
      _id: 1,
      count: 3,
      low: 3,
      high: 9,
      tags: ['a'],
      items: [1, 2],
      deep: { er: 1 },
    });
  });

  it('report no modification when nothing changes', async () => {
    await entries.insertOne({ _id: 1, value: 5 });
    expect(await entries.updateOne({ _id: 1 }, { $set: { value: 5 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });

  it('insert on upsert what the filter and the update say, the _id first', async () => {
    const result = await entries.updateOne(
      { _id: 7, kind: { $eq: 'k' }, size: { $gt: 5 } },
      { $set: { b: 1 }, $setOnInsert: { a: 2 } },
      { upsert: true },
    );
    expect(result.upsertedId).toBe(7);
    expect(JSON.stringify(await entries.findOne())).toBe('{"_id":7,"kind":"k","a":2,"b":1}');
  });

  it('change chosen items of arrays', async () => {
    await entries.insertOne({ _id: 1, marks: [{ v: 1 }, { v: 5 }, { v: 9 }] });
    await entries.updateOne({ _id: 1, 'marks.v': 5 }, { $set: { 'marks.$.seen': true } });
    await entries.updateOne(
      { _id: 1 },
      { $inc: { 'marks.$[high].v': 1 } },
      { arrayFilters: [{ 'high.v': { $gte: 5 } }] },
    );
    await entries.updateOne({ _id: 1 }, { $set: { 'marks.$[].all': 1 } });
    expect(await entries.findOne()).toEqual({
      _id: 1,
      marks: [
        { v: 1, all: 1 },
        { v: 6, seen: true, all: 1 },
        { v: 10, all: 1 },
      ],
    });
  });

  it('may be pipelines that guard themselves', async () => {
    await entries.insertOne({ _id: 1, position: 5, value: 'old' });
    const guarded = (position: number): object[] => [
      {
        $set: {
          value: { $cond: [{ $lt: ['$position', position] }, 'new', '$value'] },
          position: { $max: ['$position', position] },
        },
      },
    ];
    await entries.updateOne({ _id: 1 }, guarded(4));
    expect(await entries.findOne()).toMatchObject({ value: 'old', position: 5 });
    await entries.updateOne({ _id: 1 }, guarded(6));
    expect(await entries.findOne()).toMatchObject({ value: 'new', position: 6 });
  });
});

describe('refusals', () => {
  it.each([
    ['a changed _id', 66, { $set: { _id: 2 } }],
    ['two updates of one path', 40, { $set: { a: 1 }, $unset: { 'a.b': '' } }],
    ['$inc on text', 14, { $inc: { text: 1 } }],
    ['an unknown update operator', 9, { $nope: { a: 1 } }],
  ])('of %s carry code %i', async (_what, code, update) => {
    await entries.insertOne({ _id: 1, text: 'x' });
    expect((await failure(() => entries.updateOne({ _id: 1 }, update))).code).toBe(code);
  });

  it('of duplicates name the index, the pattern and the value', async () => {
    await entries.createIndex({ code: 1 }, { unique: true }, {});
    await entries.insertOne({ _id: 1, code: 'x' });
    const error = await failure(() => entries.insertOne({ _id: 2, code: 'x' }));
    expect(error.code).toBe(11000);
    expect(error.message).toContain(
      `E11000 duplicate key error collection: ${entries.namespace} index: code_1 dup key: { code: "x" }`,
    );
    expect(error['keyPattern']).toEqual({ code: 1 });
    expect(error['keyValue']).toEqual({ code: 'x' });
  });

  it('in an unordered batch stop nothing but the statement itself', async () => {
    const attempt = entries.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false });
    await expect(attempt).rejects.toMatchObject({ code: 11000, result: { insertedCount: 2 } });
    expect(await entries.countDocuments()).toBe(2);
  });

  it('tell what is not there and what is not known', async () => {
    expect((await failure(() => database.command({ dropIndexes: 'none', index: '*' }))).code).toBe(26);
    expect((await failure(() => database.command({ noSuchCommand: 1 }))).code).toBe(59);
    expect((await failure(() => entries.aggregate([{ $nope: {} }]).toArray())).code).toBe(40324);
    expect((await failure(() => database.command({ getMore: Long.fromNumber(77), collection: 'x' }))).code).toBe(43);
    await database.createCollection(entries.collectionName);
    expect((await failure(() => database.createCollection(entries.collectionName))).code).toBe(48);
  });
});

describe('indexes', () => {
  it('serve filter and sort, and explain says so', async () => {
    await entries.insertMany(
      Array.from({ length: 50 }, (_unused, number) => ({ _id: number, queue: number % 2, at: new Date(number) })),
    );
    await entries.createIndex({ queue: 1, at: -1 });
    const plan = await entries.find({ queue: 1 }).sort({ at: -1 }).explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('"indexName":"queue_1_at_-1"');
    expect(JSON.stringify(plan)).not.toContain('"stage":"SORT"');
    expect(JSON.stringify(await entries.find({ at: new Date(1) }).explain('queryPlanner'))).toContain('COLLSCAN');
  });

  it('are listed, named by default, and dropped', async () => {
    await entries.createIndex({ a: 1, b: -1 });
    await entries.createIndex({ c: 1 }, { partialFilterExpression: { c: { $exists: true } } }, {});
    expect((await entries.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1_b_-1', 'c_1']);
    await entries.dropIndex('a_1_b_-1');
    expect((await entries.indexes()).map(({ name }) => name)).toEqual(['_id_', 'c_1']);
  });

  it('unique and partial, bind only the documents in them', async () => {
    await entries.createIndex({ slot: 1 }, { unique: true, partialFilterExpression: { booked: true } }, {});
    await entries.insertMany([
      { _id: 1, slot: 1, booked: false },
      { _id: 2, slot: 1, booked: false },
      { _id: 3, slot: 1, booked: true },
    ]);
    expect((await failure(() => entries.updateOne({ _id: 1 }, { $set: { booked: true } }))).code).toBe(11000);
  });
});

describe('cursors', () => {
  it('go on over batches, and give up what is left when closed', async () => {
    await entries.insertMany(Array.from({ length: 250 }, (_unused, number) => ({ _id: number })));
    const cursor = entries.find({}, { batchSize: 100 }).sort({ _id: 1 });
    const seen: unknown[] = [];
    for await (const entry of cursor) if (seen.push(entry._id) === 150) break;
    expect(seen).toEqual(Array.from({ length: 150 }, (_unused, number) => number));
    expect(await entries.find().sort({ _id: -1 }).skip(10).limit(205).toArray()).toHaveLength(205);
  });
});

describe('aggregation', () => {
  it('groups, with exact percentiles', async () => {
    await entries.insertMany(
      Array.from({ length: 100 }, (_unused, index) => ({ _id: index, team: index % 2, minutes: index + 1 })),
    );
    const [all] = await entries
      .aggregate([
        {
          $group: {
            _id: null,
            p: { $percentile: { input: '$minutes', p: [0.5, 0.95], method: 'approximate' } },
            median: { $median: { input: '$minutes', method: 'approximate' } },
            sum: { $sum: '$minutes' },
          },
        },
      ])
      .toArray();
    expect(all).toEqual({ _id: null, p: [50, 95], median: 50, sum: 5050 });
    const teams = await entries
      .aggregate([
        { $match: { minutes: { $gt: 90 } } },
        { $group: { _id: '$team', n: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(teams).toEqual([
      { _id: 0, n: 5 },
      { _id: 1, n: 5 },
    ]);
  });

  it('refuses change streams', async () => {
    if (given !== undefined) return;
    const error = await failure(() =>
      database.command({ aggregate: entries.collectionName, pipeline: [{ $changeStream: {} }], cursor: {} }),
    );
    expect(error.code).toBe(40573);
  });
});

describe('transactions', () => {
  it('show their writes to themselves alone until they commit', async () => {
    await entries.insertOne({ _id: 1, queue: 'a' });
    await entries.createIndex({ queue: 1 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await entries.insertOne({ _id: 2, queue: 'a' }, { session });
      await entries.updateOne({ _id: 1 }, { $set: { queue: 'b' } }, { session });
      expect(
        await entries
          .find({ queue: 'a' }, { session })
          .map(({ _id }) => _id)
          .toArray(),
      ).toEqual([2]);
      expect(
        await entries
          .find({ queue: 'a' })
          .map(({ _id }) => _id)
          .toArray(),
      ).toEqual([1]);
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(
      await entries
        .find({ queue: 'a' })
        .map(({ _id }) => _id)
        .toArray(),
    ).toEqual([2]);
  });

  it('read the state of their beginning', async () => {
    await entries.insertOne({ _id: 1, value: 'before' });
    await client.withSession(async (session) => {
      session.startTransaction({ readConcern: { level: 'snapshot' } });
      expect(await entries.findOne({ _id: 1 }, { session })).toMatchObject({ value: 'before' });
      await entries.updateOne({ _id: 1 }, { $set: { value: 'after' } });
      expect(await entries.findOne({ _id: 1 }, { session })).toMatchObject({ value: 'before' });
      await session.abortTransaction();
    });
  });

  it('conflict when two change one document, and the second may be tried again', async () => {
    await entries.insertOne({ _id: 1, value: 0 });
    const [first, second] = [client.startSession(), client.startSession()];
    first.startTransaction();
    second.startTransaction();
    await entries.updateOne({ _id: 1 }, { $inc: { value: 1 } }, { session: first });
    const error = await failure(() => entries.updateOne({ _id: 1 }, { $inc: { value: 1 } }, { session: second }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await first.commitTransaction();
    await Promise.all([first.endSession(), second.endSession()]);
  });

  it('leave nothing behind when they fail', async () => {
    await entries.insertOne({ _id: 1 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await entries.insertOne({ _id: 2 }, { session });
      expect((await failure(() => entries.insertOne({ _id: 1 }, { session }))).code).toBe(11000);
      await session.abortTransaction();
    });
    expect(await entries.countDocuments()).toBe(1);
  });

  it('lose no increment among many that compete', async () => {
    await entries.insertOne({ _id: 1, value: 0 });
    const increment = (): Promise<void> =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          const entry = await entries.findOne({ _id: 1 }, { session });
          await entries.updateOne({ _id: 1 }, { $set: { value: Number(entry?.['value']) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 8 }, () => increment()));
    expect(await entries.findOne()).toMatchObject({ value: 8 });
  });

  it('make other writes wait for their end', async () => {
    await entries.insertOne({ _id: 1, value: 0 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await entries.updateOne({ _id: 1 }, { $inc: { value: 1 } }, { session });
      const outside = entries.updateOne({ _id: 1 }, { $inc: { value: 10 } });
      await session.commitTransaction();
      await outside;
    });
    expect(await entries.findOne()).toMatchObject({ value: 11 });
  });
});

describe('upserts that race', () => {
  it('insert once', async () => {
    await entries.createIndex({ code: 1 }, { unique: true }, {});
    const outcomes = await Promise.allSettled(
      Array.from({ length: 32 }, () => entries.updateOne({ code: 'x' }, { $inc: { count: 1 } }, { upsert: true })),
    );
    expect(await entries.countDocuments()).toBe(1);
    expect(await entries.findOne()).toMatchObject({
      count: outcomes.filter(({ status }) => status === 'fulfilled').length,
    });
  });
});

describe('retryable writes', () => {
  it('sent twice are done once, and answered alike', async () => {
    await entries.insertOne({ _id: 1, value: 0 });
    const command = {
      update: entries.collectionName,
      updates: [{ q: { _id: 1 }, u: { $inc: { value: 1 } } }],
      lsid: { id: new UUID() },
      $db: database.databaseName,
      txnNumber: Long.fromNumber(1),
    };
    const first = await sendRaw(url, command);
    const second = await sendRaw(url, command);
    expect([first['n'], first['nModified']]).toEqual([second['n'], second['nModified']]);
    expect(await entries.findOne()).toMatchObject({ value: 1 });
  });
});

describe('collections', () => {
  it('are renamed at once in place of another', async () => {
    const live = `${entries.collectionName}-live`;
    await entries.insertOne({ _id: 'new' });
    await database.collection<Entry>(live).insertOne({ _id: 'old' });
    await entries.rename(live, { dropTarget: true });
    expect(await database.collection<Entry>(live).find().toArray()).toEqual([{ _id: 'new' }]);
    expect((await database.listCollections({ name: entries.collectionName }).toArray()).length).toBe(0);
  });
});

describe('garbage on the port', () => {
  it('hurts only the connection it came on', async () => {
    const { hostname, port } = new URL(url.replace('mongodb:', 'http:'));
    const pieces = [
      Buffer.alloc(64, 255),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from([20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 221, 7, 0, 0, 0, 0, 0, 0]),
    ];
    await Promise.all(
      pieces.map(
        (bytes) =>
          new Promise<void>((resolve) => {
            const socket = connect(Number(port), hostname, () => socket.end(bytes));
            socket.on('error', () => resolve());
            socket.on('close', () => resolve());
          }),
      ),
    );
    expect(await database.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
