import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendJournal, appendNoted, appendUntilRefused, connect, expectHonest } from '../support/acknowledged-appends';
import type { AppendJournal } from '../support/acknowledged-appends';
import { runEventStore, startEventStore } from '../support/embedded-event-store';
import { dice } from '../support/dice';
import { straceReason } from '../support/faults/disk-faults';
import { killsAtSyncs } from '../support/faults/sync-kills';
import { afterPowerCut, fulfilled, onNewDisk } from '../support/faults/power-cuts';
import { openIdleSubscriptions, roundTrip } from '../support/idle-subscriptions';

const LIMIT_MILLISECONDS = 1_800_000;
const SYNCS = 40;
const POWER_CUTS = Number(process.env['POWER_CUTS'] ?? 40);
const APPENDS_A_CUT = 100;
const APPENDS_BEFORE_CUT = 25;
const FLIPS = 500;
const IDLE = 10_000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-long-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const noStrace = straceReason();

describe(`an event store in long trouble (FAULT_SEED=${seed})`, () => {
  (noStrace === undefined ? it : it.skip)(
    `has everything that was acknowledged after kills at each of ${SYNCS} syncs`,
    () =>
      killsAtSyncs(
        join(folder, 'data'),
        Array.from({ length: SYNCS }, (_, n) => n + 1),
      ),
    LIMIT_MILLISECONDS,
  );

  it(
    `has after each of ${POWER_CUTS} power cuts what was acknowledged before it`,
    async () => {
      const image = join(folder, 'disk.img');
      await onNewDisk(image, async (disk) => {
        const data = join(disk, 'data');
        const node = await startEventStore({ dataDir: data });
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
    `finds each of ${FLIPS} changed bits and never serves one`,
    async () => {
      const { number: below } = dice(seed);
      const data = join(folder, 'data');
      const node = await startEventStore({ dataDir: data });
      const journal = appendJournal();
      const each = (acknowledged: number): void => {
        if (acknowledged === 500) void node.kill();
      };
      await appendUntilRefused(node.url, journal, { writers: 8, each });
      const segment = join(data, '00000000000000000000.log');
      const bytes = readFileSync(segment);
      for (let flip = 0; flip < FLIPS; flip++) {
        const at = below(bytes.length - 64 * 1024);
        const damaged = Buffer.from(bytes);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << below(8)), at);
        writeFileSync(segment, damaged);
        const { code, errors } = await runEventStore(['verify', '--data', data]);
        expect({ flip, at, code, errors }).toMatchObject({ code: 1, errors: expect.stringContaining(`of ${segment}`) });
      }
    },
    LIMIT_MILLISECONDS,
  );

  it(
    `answers others while ${IDLE} subscriptions wait`,
    async () => {
      const node = await startEventStore();
      const idle = await openIdleSubscriptions(node.url, IDLE);
      const client = connect(node.url);
      for (let n = 0; n < 100; n++) await roundTrip(client, `busy-${n}`);
      await client.dispose();
      await idle.dispose();
      expect(node.errors()).toBe('');
      await node.stop();
    },
    LIMIT_MILLISECONDS,
  );
});

/** Copies the disk again and again while appends go on, and starts a store on every copy: what a power cut would have left. */
const powerCuts = async (url: string, image: string): Promise<void> => {
  const journal = appendJournal();
  const client = connect(url);
  for (let cut = 0; cut < POWER_CUTS; cut++) {
    const appends = Array.from({ length: APPENDS_A_CUT }, (_, n) => appendNoted(client, `load-${n % 4}`, n, journal));
    await fulfilled(appends, APPENDS_BEFORE_CUT);
    await expectHonestCopy(image, { acknowledged: [...journal.acknowledged], sent: journal.sent });
    await Promise.all(appends);
  }
  await client.dispose();
};

const expectHonestCopy = (image: string, journal: AppendJournal): Promise<void> =>
  afterPowerCut(image, join(folder, 'copy.img'), async (disk) => {
    const node = await startEventStore({ dataDir: join(disk, 'data') });
    try {
      await expectHonest(node.url, journal);
    } finally {
      await node.kill();
    }
  });
