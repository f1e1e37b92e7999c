import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { mongoProgram, startMongo } from '../support/embedded-mongo';

interface Entry extends Document {
  _id: string;
}

const kills = 10;
const writers = 4;
const perTransaction = 5;

/** What the clients were told has happened. */
interface Journal {
  readonly single: string[];
  readonly batches: string[];
  attempts: number;
}

const options = { serverSelectionTimeoutMS: 2000, retryWrites: false };

const writeSingles = async (entries: Collection<Entry>, prefix: string, journal: Journal): Promise<void> => {
  for (let number = 0; ; number++) {
    const id = `${prefix}-${String(number)}`;
    journal.attempts++;
    await entries.insertOne({ _id: id, kind: 'single' });
    journal.single.push(id);
  }
};

const writeTransactions = async (
  client: MongoClient,
  entries: Collection<Entry>,
  prefix: string,
  journal: Journal,
): Promise<void> => {
  for (let number = 0; ; number++) {
    const batch = `${prefix}-${String(number)}`;
    const session = client.startSession();
    try {
      session.startTransaction();
      const documents = Array.from({ length: perTransaction }, (_unused, index) => ({
        _id: `${batch}-${String(index)}`,
        batch,
      }));
      await entries.insertMany(documents, { session });
      await entries.updateOne(
        { _id: 'counter' },
        { $inc: { [prefix.replace(/-.*/, '')]: 1 } },
        { session, upsert: true },
      );
      await session.commitTransaction();
      journal.batches.push(batch);
    } catch (error) {
      if (!isConflict(error)) throw error;
    } finally {
      await session.endSession().catch(() => undefined);
    }
  }
};

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 112 || error.code === 11000);

const untilItDies = (work: Promise<void>): Promise<void> => work.catch(() => undefined);

describe('a node that is killed ten times under load', () => {
  it('has every acknowledged write once and every transaction whole', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mongo-kill-'));
    const journal: Journal = { single: [], batches: [], attempts: 0 };
    for (let round = 0; round < kills; round++) {
      const node = await startMongo({ dataDir });
      const client = await MongoClient.connect(node.url, options);
      const entries = client.db('faults').collection<Entry>('entries');
      if (round === 0) await entries.createIndex({ batch: 1 });
      const enough = journal.single.length + 20;
      const load = Array.from({ length: writers }, (_unused, writer) => [
        untilItDies(writeSingles(entries, `s${String(writer)}-${String(round)}`, journal)),
        untilItDies(writeTransactions(client, entries, `t${String(writer)}-${String(round)}`, journal)),
      ]).flat();
      while (journal.single.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      await node.kill();
      await Promise.all(load);
      await client.close();
    }
    const node = await startMongo({ dataDir });
    const client = await MongoClient.connect(node.url);
    const entries = client.db('faults').collection<Entry>('entries');
    const stored = new Set(
      await entries
        .find()
        .map(({ _id }) => _id)
        .toArray(),
    );
    expect(journal.single.filter((id) => !stored.has(id))).toEqual([]);
    const sizes = await entries
      .aggregate<{ _id: string; n: number }>([
        { $match: { batch: { $exists: true } } },
        { $group: { _id: '$batch', n: { $sum: 1 } } },
      ])
      .toArray();
    expect(sizes.filter(({ n }) => n !== perTransaction)).toEqual([]);
    const whole = new Set(sizes.map(({ _id }) => _id));
    expect(journal.batches.filter((batch) => !whole.has(batch))).toEqual([]);
    const counter = (await entries.findOne({ _id: 'counter' })) ?? {};
    const counted = Object.entries(counter).reduce(
      (sum, [name, value]) => (name === '_id' ? sum : sum + Number(value)),
      0,
    );
    expect(counted).toBe(whole.size);
    expect(await entries.countDocuments({ batch: { $gte: '' } })).toBe(whole.size * perTransaction);
    expect(journal.single.length).toBeGreaterThan(kills * 19);
    await client.close();
    expect(await node.stop()).toBe(0);
    await rm(dataDir, { recursive: true, force: true });
  }, 240_000);
});

const runToEnd = (
  ...flags: readonly string[]
): Promise<{ readonly code: number | null; readonly errors: string; readonly output: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [mongoProgram, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [errors, output] = ['', ''];
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.on('exit', (code) => {
      done({ code, errors, output });
    });
  });

describe('the process', () => {
  it('says what to do when its port or its folder is taken', async () => {
    const node = await startMongo();
    const port = new URL(node.url.replace('mongodb:', 'http:')).port;
    const other = await mkdtemp(join(tmpdir(), 'mongo-'));
    const portTaken = await runToEnd('--port', port, '--data', other);
    expect(portTaken.code).not.toBe(0);
    expect(portTaken.errors).toContain(`Port ${port} on 127.0.0.1 is taken`);
    const folderTaken = await runToEnd('--port', '0', '--data', node.dataDir);
    expect(folderTaken.code).not.toBe(0);
    expect(folderTaken.errors).toContain('is in use by another node');
    await rm(other, { recursive: true });
    expect(await node.stop()).toBe(0);
  });

  it('refuses a data folder that is a file, and flags it does not know', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mongo-'));
    const file = join(folder, 'file');
    await writeFile(file, '');
    const notFolder = await runToEnd('--port', '0', '--data', file);
    expect(notFolder.code).not.toBe(0);
    expect(notFolder.errors).toContain('is not a folder');
    expect((await runToEnd('--nope')).code).not.toBe(0);
    expect(await runToEnd('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--port') as unknown });
    await rm(folder, { recursive: true });
  });

  it('keeps what it was told across a clean stop', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mongo-'));
    const first = await startMongo({ dataDir });
    const client = await MongoClient.connect(first.url);
    await client.db('kept').collection<Entry>('entries').insertOne({ _id: 'a' });
    await client.db('kept').collection<Entry>('entries').createIndex({ b: 1 });
    await client.close();
    expect(await first.stop()).toBe(0);
    const second = await startMongo({ dataDir });
    const again = await MongoClient.connect(second.url);
    const entries = again.db('kept').collection<Entry>('entries');
    expect(await entries.find().toArray()).toEqual([{ _id: 'a' }]);
    expect((await entries.indexes()).map(({ name }) => name)).toEqual(['_id_', 'b_1']);
    expect(await entries.estimatedDocumentCount()).toBe(1);
    await again.close();
    await second.stop();
    await rm(dataDir, { recursive: true });
  });

  it('remembers that an index has lists, also when a transaction that was given up met the first one', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mongo-'));
    const first = await startMongo({ dataDir });
    const client = await MongoClient.connect(first.url);
    const entries = client.db('kept').collection<Entry>('entries');
    await entries.createIndex({ b: 1 });
    const session = client.startSession();
    session.startTransaction();
    await entries.insertOne({ _id: 'given up', b: [1, 2] }, { session });
    await session.abortTransaction();
    await session.endSession();
    await entries.insertOne({ _id: 'kept', b: [1, 2] });
    await client.close();
    expect(await first.stop()).toBe(0);
    const second = await startMongo({ dataDir });
    const again = await MongoClient.connect(second.url);
    const found = again
      .db('kept')
      .collection<Entry>('entries')
      .find({ b: { $gte: 0 } }, { hint: { b: 1 } });
    expect(await found.toArray()).toEqual([{ _id: 'kept', b: [1, 2] }]);
    await again.close();
    await second.stop();
    await rm(dataDir, { recursive: true });
  });
});
