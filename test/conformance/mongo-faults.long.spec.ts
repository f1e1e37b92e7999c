import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dice } from '../support/dice';
import { startMongo } from '../support/embedded-mongo';
import { straceReason } from '../support/faults/disk-faults';
import {
  closeClients,
  connectOnce,
  entriesOf,
  entryOf,
  expectHonestMongo,
  insertJournal,
  insertNoted,
  insertUntilRefused,
} from '../support/faults/mongo-claims';
import type { InsertJournal } from '../support/faults/mongo-claims';
import { mongoKillsAtSyncs } from '../support/faults/mongo-sync-kills';
import { afterPowerCut, fulfilled, onNewDisk } from '../support/faults/power-cuts';

const LIMIT_MILLISECONDS = 1_800_000;
const SYNCS = 30;
const POWER_CUTS = Number(process.env['POWER_CUTS'] ?? 40);
const INSERTS_A_CUT = 100;
const INSERTS_BEFORE_CUT = 25;
const FLIPS = 100;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mongo-long-'));
});

afterEach(async () => {
  await closeClients();
  rmSync(folder, { recursive: true, force: true });
});

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const noStrace = straceReason();

/** Makes the collection and its index. */
const prepare = async (dataDir: string): Promise<void> => {
  const node = await startMongo({ dataDir });
  await entriesOf(await connectOnce(node.url)).createIndex({ tags: 1 });
  await closeClients();
  await node.stop();
};

describe(`a MongoDB node in long trouble (FAULT_SEED=${String(seed)})`, () => {
  (noStrace === undefined ? it : it.skip)(
    `has everything that was acknowledged after kills at each of ${String(SYNCS)} syncs`,
    async () => {
      const data = join(folder, 'data');
      await prepare(data);
      await mongoKillsAtSyncs(
        data,
        Array.from({ length: SYNCS }, (_, n) => n + 1),
      );
    },
    LIMIT_MILLISECONDS,
  );

  it(
    `has after each of ${String(POWER_CUTS)} power cuts what was acknowledged before it`,
    async () => {
      const image = join(folder, 'disk.img');
      await onNewDisk(image, async (disk) => {
        const data = join(disk, 'data');
        await prepare(data);
        const node = await startMongo({ dataDir: data });
        try {
          await powerCuts(node.url, image);
        } finally {
          await node.kill();
        }
      });
    },
    LIMIT_MILLISECONDS,
  );

  it(
    `never serves a document that was never sent, wherever one of ${String(FLIPS)} bits is turned`,
    async () => {
      const { number: below } = dice(seed);
      const data = join(folder, 'data');
      await prepare(data);
      const node = await startMongo({ dataDir: data });
      const journal = insertJournal();
      await insertUntilRefused(node.url, journal, { writers: 4, most: 60 });
      await node.stop();
      const file = join(data, 'data.mdb');
      const bytes = readFileSync(file);
      const found = { whole: 0, named: 0, refused: 0, missing: 0 };
      for (let flip = 0; flip < FLIPS; flip++) {
        const damaged = Buffer.from(bytes);
        const at = below(bytes.length);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << below(8)), at);
        writeFileSync(file, damaged);
        found[await readAll(data, journal)]++;
      }
      process.stdout.write(`${String(FLIPS)} turned bits: ${JSON.stringify(found)}\n`);
      expect(found.named).toBeGreaterThan(0);
    },
    LIMIT_MILLISECONDS,
  );
});

/** What a node makes of a file: everything is there; a checksum tells; it does not start or ends; or some are silently missing. */
const readAll = async (dataDir: string, { acknowledged, sent }: InsertJournal) => {
  try {
    const node = await startMongo({ dataDir });
    try {
      const entries = entriesOf(await connectOnce(node.url));
      const stored = await entries.find().toArray();
      expect(stored.filter(({ _id, pad }) => !sent.has(_id) || pad !== entryOf(_id).pad)).toEqual([]);
      return stored.length === acknowledged.length ? 'whole' : 'missing';
    } finally {
      await closeClients();
      await node.kill();
    }
  } catch (error) {
    if (error instanceof Error && 'matcherResult' in error) throw error;
    return error instanceof Error && 'code' in error && error.code === 300 ? 'named' : 'refused';
  }
};

/** Copies the disk again and again while inserts go on, and starts a node on every copy: what a power cut would have left. */
const powerCuts = async (url: string, image: string): Promise<void> => {
  const journal = insertJournal();
  const entries = entriesOf(await connectOnce(url));
  for (let cut = 0; cut < POWER_CUTS; cut++) {
    const inserts = Array.from({ length: INSERTS_A_CUT }, (_, n) =>
      insertNoted(entries, `cut-${String(cut)}-${String(n)}`, journal),
    );
    await fulfilled(inserts, INSERTS_BEFORE_CUT);
    await expectHonestCopy(image, { acknowledged: [...journal.acknowledged], sent: journal.sent });
    await Promise.all(inserts);
  }
};

const expectHonestCopy = (image: string, journal: InsertJournal): Promise<void> =>
  afterPowerCut(image, join(folder, 'copy.img'), async (disk) => {
    const node = await startMongo({ dataDir: join(disk, 'data') });
    try {
      await expectHonestMongo(node.url, journal);
    } finally {
      await node.kill();
    }
  });
