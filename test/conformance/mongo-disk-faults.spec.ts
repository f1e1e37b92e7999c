import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startMongo } from '../support/embedded-mongo';
import type { MongoOptions, RunningMongo } from '../support/embedded-mongo';
import { mount, straceReason, underLimit, underStrace } from '../support/faults/disk-faults';
import {
  closeClients,
  connectOnce,
  entriesOf,
  expectHonestMongo,
  insertJournal,
  insertNoted,
  insertUntilRefused,
} from '../support/faults/mongo-claims';
import { mongoKillsAtSyncs } from '../support/faults/mongo-sync-kills';
import { says } from '../support/says';

const LIMIT_MILLISECONDS = 120_000;
/** One thread for the disk: strace counts the calls of each thread on its own. */
const oneThread = ['env', 'UV_THREADPOOL_SIZE=1'];

let dataDir: string;
const running: RunningMongo[] = [];

const start = async (options: MongoOptions = {}): Promise<RunningMongo> => {
  const node = await startMongo({ dataDir, ...options });
  running.push(node);
  return node;
};

/** A folder with a collection and an index over a list, so that what fails later are inserts and nothing else. */
const prepare = async (folder = dataDir): Promise<void> => {
  const node = await start({ dataDir: folder });
  const client = await connectOnce(node.url);
  await entriesOf(client).createIndex({ tags: 1 });
  await client.close();
  await node.stop();
};

const failing = (call: string, fault: string): Promise<RunningMongo> =>
  start({ under: [...oneThread, ...underStrace(call, fault, join(dataDir, 'data.mdb'))] });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mongo-disk-'));
  await prepare();
});

afterEach(async () => {
  await closeClients();
  await Promise.all(running.splice(0).map((node) => node.kill()));
  await rm(dataDir, { recursive: true, force: true });
});

const noStrace = straceReason();
const withStrace = noStrace === undefined ? it : it.skip;
if (noStrace !== undefined) process.stdout.write(`Some faults are left out: ${noStrace}\n`);

describe('a MongoDB node on a disk that fails', () => {
  withStrace(
    'has everything that was acknowledged, wherever between two syncs it is killed',
    () => mongoKillsAtSyncs(dataDir, [1, 2, 4, 7]),
    LIMIT_MILLISECONDS,
  );

  withStrace.each([
    ['a sync', 'fdatasync', 'error=EIO:when=6+'],
    ['a single sync', 'fdatasync', 'error=EIO:when=6'],
    ['a page', 'pwrite64', 'error=EIO:when=8'],
    ['the page that says what is valid', 'pwrite64', 'error=EIO:when=9'],
  ])(
    'acknowledges nothing after %s could not be written, until it is started again',
    async (_what, call, fault) => {
      const journal = insertJournal();
      const node = await failing(call, fault);
      const [first] = await insertUntilRefused(node.url, journal, { writers: 3 });
      expect(first).toMatchObject({ codeName: 'OperationFailed', message: expect.stringContaining('The disk failed') });
      const acknowledged = journal.acknowledged.length;
      expect(acknowledged).toBeGreaterThan(0);
      await insertUntilRefused(node.url, journal, { writers: 3 });
      expect(journal.acknowledged).toHaveLength(acknowledged);
      await says(node, 'Nothing is acknowledged until the node is restarted');
      expect(await node.stop()).toBe(0);
      await expectHonestMongo((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  withStrace(
    'refuses writes while the disk is full, and goes on by itself, also when a collection was to be made',
    async () => {
      const journal = insertJournal();
      const node = await failing('pwrite64', 'error=ENOSPC:when=8');
      const client = await connectOnce(node.url);
      const others = client.db('faults').collection<{ _id: number }>('others');
      const refusals: unknown[] = [];
      // One after the other, so that what is written and fails is the same each time: a page, and not the one that says what is valid.
      for (let n = 0; n < 6; n++) {
        await others.insertOne({ _id: n }).catch((refusal: unknown) => refusals.push(refusal));
        refusals.push(...(await insertUntilRefused(node.url, journal, { writers: 1, most: 2 })));
      }
      expect(refusals.length).toBeGreaterThan(0);
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
      await others.insertOne({ _id: 100 });
      await says(node, 'No space left on device');
      await expectHonestMongo(node.url, journal);
      const kept = await others.find().toArray();
      expect(kept).toContainEqual({ _id: 100 });
      await client.close();
      await node.kill();
      const again = await start();
      await expectHonestMongo(again.url, journal);
      const reader = await connectOnce(again.url);
      expect(await reader.db('faults').collection('others').find().toArray()).toEqual(kept);
      await reader.close();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'refuses what a limit of the file size leaves no room for, and serves what it has',
    async () => {
      const journal = insertJournal();
      const node = await start({ under: underLimit('-f 2048') });
      const [refusal] = await insertUntilRefused(node.url, journal, { writers: 4 });
      // A page of which a part found room looks as a disk does that fails.
      expect([14031, 96]).toContain((refusal as { readonly code: unknown }).code);
      expect(journal.acknowledged.length).toBeGreaterThan(0);
      await expectHonestMongo(node.url, journal);
      await node.kill();
      await expectHonestMongo((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'goes on by itself when somebody makes room on a full disk',
    async () => {
      const disk = mount('-t', 'tmpfs', '-o', 'size=2m', 'tmpfs');
      if (typeof disk === 'string') {
        process.stdout.write(`A full disk is left out: ${disk}\n`);
        return;
      }
      try {
        const [journal, ballast, data] = [insertJournal(), join(disk.folder, 'ballast'), join(disk.folder, 'data')];
        await prepare(data);
        await writeFile(ballast, Buffer.alloc(1_000_000));
        const node = await start({ dataDir: data });
        const refusals = await insertUntilRefused(node.url, journal, { writers: 4 });
        for (const refusal of refusals)
          expect(refusal).toMatchObject({ code: 14031, message: expect.stringContaining('no room') });
        await rm(ballast);
        expect(await insertUntilRefused(node.url, journal, { writers: 2, most: 20 })).toEqual([]);
        await expectHonestMongo(node.url, journal);
        await node.kill();
        await expectHonestMongo((await start({ dataDir: data })).url, journal);
      } finally {
        await Promise.all(running.splice(0).map((node) => node.kill()));
        disk.unmount();
      }
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a MongoDB node whose file was changed behind its back', () => {
  it(
    'never serves a document of which a bit was turned, names it, and serves the others',
    async () => {
      const journal = insertJournal();
      const node = await start();
      await insertUntilRefused(node.url, journal, { writers: 1, most: 20 });
      await node.stop();
      const file = join(dataDir, 'data.mdb');
      const bytes = await readFile(file);
      const damaged = journal.acknowledged[10] ?? '';
      for (let at = bytes.indexOf(damaged + '\0'); at >= 0; at = bytes.indexOf(damaged + '\0', at + 1))
        bytes.writeUInt8(bytes.readUInt8(at + 100) ^ 1, at + 100);
      await writeFile(file, bytes);
      const entries = entriesOf(await connectOnce((await start()).url));
      for (const id of journal.acknowledged) {
        if (id !== damaged) expect(await entries.findOne({ _id: id })).toMatchObject({ _id: id });
        else
          await expect(entries.findOne({ _id: id })).rejects.toMatchObject({
            code: 300,
            codeName: 'DataCorruptionDetected',
            message: expect.stringContaining('its checksum does not fit'),
          });
      }
      await expect(entries.find().toArray()).rejects.toMatchObject({ code: 300 });
      await entries.db.client.close();
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a MongoDB node without file descriptors', () => {
  it(
    'serves whom it knows, and everybody again when there are some',
    async () => {
      const journal = insertJournal();
      const node = await start({ under: underLimit('-n 64') });
      const client = await connectOnce(node.url);
      await insertNoted(entriesOf(client), 'known-0', journal);
      const port = Number(new URL(node.url.replace('mongodb', 'http')).port);
      const sockets = Array.from({ length: 120 }, () => connectSocket(port, '127.0.0.1').on('error', () => undefined));
      for (let n = 1; n < 20; n++) await insertNoted(entriesOf(client), `known-${String(n)}`, journal);
      for (const socket of sockets) socket.destroy();
      await client.close();
      await expectHonestMongo(node.url, journal);
    },
    LIMIT_MILLISECONDS,
  );
});
