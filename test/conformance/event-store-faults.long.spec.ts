import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendJournal, appendNoted, appendUntilRefused, connect, expectHonest } from '../support/acknowledged-appends';
import type { AppendJournal } from '../support/acknowledged-appends';
import { runEventStore, startEventStore } from '../support/embedded-event-store';
import { dice } from '../support/dice';
import { mount, straceReason } from '../support/faults/disk-faults';
import { killsAtSyncs } from '../support/faults/sync-kills';
import { openIdleSubscriptions, roundTrip } from '../support/idle-subscriptions';

const LIMIT_MILLISECONDS = 1_800_000;
const SYNCS = 40;
const POWER_CUTS = Number(process.env['POWER_CUTS'] ?? 40);
const APPENDS_A_CUT = 100;
const APPENDS_BEFORE_CUT = 25;
const FLIPS = 500;
const IDLE = 10_000;
const IMAGE_BYTES = 64 * 1024 * 1024;

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
      writeFileSync(image, Buffer.alloc(IMAGE_BYTES));
      const { status } = spawnSync('mkfs.ext4', ['-q', '-F', image]);
      const disk = status === 0 ? mount('-o', 'loop', image) : 'mkfs.ext4 is not there';
      if (typeof disk === 'string') {
        process.stdout.write(`Power cuts are left out: ${disk}\n`);
        return;
      }
      const node = await startEventStore({ dataDir: join(disk.folder, 'data') });
      try {
        await powerCuts(node.url, image);
      } finally {
        await node.kill();
        disk.unmount();
      }
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

/** Resolves when so many of these are fulfilled. */
const some = (attempts: readonly Promise<unknown>[], enough: number): Promise<void> =>
  new Promise((resolve) => {
    let done = 0;
    for (const attempt of attempts) void attempt.then(() => ++done === enough && resolve());
  });

/** Copies the disk again and again while appends go on, and starts a store on every copy: what a power cut would have left. */
const powerCuts = async (url: string, image: string): Promise<void> => {
  const journal = appendJournal();
  const client = connect(url);
  for (let cut = 0; cut < POWER_CUTS; cut++) {
    const appends = Array.from({ length: APPENDS_A_CUT }, (_, n) => appendNoted(client, `load-${n % 4}`, n, journal));
    await some(appends, APPENDS_BEFORE_CUT);
    await expectHonestCopy(image, { acknowledged: [...journal.acknowledged], sent: journal.sent });
    await Promise.all(appends);
  }
  await client.dispose();
};

const expectHonestCopy = async (image: string, journal: AppendJournal): Promise<void> => {
  const copy = join(folder, 'copy.img');
  copyFileSync(image, copy);
  const disk = mount('-o', 'loop', copy);
  if (typeof disk === 'string') throw new Error(disk);
  const node = await startEventStore({ dataDir: join(disk.folder, 'data') });
  try {
    await expectHonest(node.url, journal);
  } finally {
    await node.kill();
    disk.unmount();
  }
};
