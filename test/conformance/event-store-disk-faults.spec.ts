import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendJournal, appendNoted, appendUntilRefused, connect, expectHonest } from '../support/acknowledged-appends';
import { runEventStore, startEventStore } from '../support/embedded-event-store';
import type { EventStoreOptions, RunningEventStore } from '../support/embedded-event-store';
import { mount, straceReason, underLimit, underStrace } from '../support/faults/disk-faults';
import { killsAtSyncs } from '../support/faults/sync-kills';
import { says } from '../support/says';

const LIMIT_MILLISECONDS = 120_000;
const SEGMENT = '00000000000000000000.log';

let dataDir: string;
const running: RunningEventStore[] = [];

const start = async (options: EventStoreOptions = {}): Promise<RunningEventStore> => {
  const node = await startEventStore({ dataDir, ...options });
  running.push(node);
  return node;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-disk-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((node) => node.kill()));
  await rm(dataDir, { recursive: true, force: true });
});

const noStrace = straceReason();
const withStrace = noStrace === undefined ? it : it.skip;
if (noStrace !== undefined) process.stdout.write(`Some faults are left out: ${noStrace}\n`);

describe('an event store on a disk that fails', () => {
  withStrace(
    'has everything that was acknowledged, wherever between two syncs it is killed',
    () => killsAtSyncs(dataDir, [1, 2, 4, 7]),
    LIMIT_MILLISECONDS,
  );

  withStrace(
    'acknowledges nothing after a sync that failed, until it is started again',
    async () => {
      const journal = appendJournal();
      const node = await start({ under: underStrace('fdatasync', 'error=EIO:when=4+') });
      await appendUntilRefused(node.url, journal, { writers: 3 });
      const acknowledged = journal.acknowledged.length;
      expect(acknowledged).toBeGreaterThan(0);
      await appendUntilRefused(node.url, journal, { writers: 3 });
      expect(journal.acknowledged).toHaveLength(acknowledged);
      await says(node, 'Nothing is acknowledged until the node is restarted');
      await node.kill();
      await expectHonest((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  withStrace(
    'refuses appends while the disk is full, and goes on by itself',
    async () => {
      const journal = appendJournal();
      await (await start()).kill();
      const node = await start({
        under: underStrace('pwrite64', 'error=ENOSPC:when=5..7', join(dataDir, SEGMENT)),
      });
      for (let refusal = 0; refusal < 3; refusal++) await appendUntilRefused(node.url, journal, { writers: 1 });
      const client = connect(node.url);
      for (let n = 0; n < 5; n++) await appendNoted(client, 'after', n, journal);
      await client.dispose();
      expect(journal.acknowledged).toHaveLength(9);
      await expectHonest(node.url, journal);
      await node.kill();
      await expectHonest((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  withStrace(
    'finds a write that the disk reported and did not do, names it and serves nothing of it',
    async () => {
      const journal = appendJournal();
      await (await start()).kill();
      const file = join(dataDir, SEGMENT);
      const node = await start({ under: underStrace('pwrite64', 'retval=10:when=3', file) });
      const client = connect(node.url);
      for (let n = 0; n < 6; n++) await appendNoted(client, 'phantom', n, journal);
      await client.dispose();
      await node.kill();
      for (const command of [['verify'], ['--port', '0']]) {
        const { code, errors } = await runEventStore([...command, '--data', dataDir]);
        expect(code).toBe(1);
        expect(errors).toMatch(new RegExp(`at byte \\d+ of ${file}`));
      }
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'refuses what a limit of the file size leaves no room for, and serves what it has',
    async () => {
      const journal = appendJournal();
      const node = await start({ under: underLimit('-f 64') });
      await appendUntilRefused(node.url, journal, { writers: 4 });
      expect(journal.acknowledged.length).toBeGreaterThan(0);
      await expectHonest(node.url, journal);
      await says(node, 'There is no room for the event log: EFBIG');
      await node.kill();
      await expectHonest((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'goes on by itself when somebody makes room on a full disk',
    async () => {
      const disk = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
      if (typeof disk === 'string') {
        process.stdout.write(`A full disk is left out: ${disk}\n`);
        return;
      }
      try {
        const journal = appendJournal();
        const ballast = join(disk.folder, 'ballast');
        await writeFile(ballast, Buffer.alloc(700_000));
        const node = await start({ dataDir: join(disk.folder, 'data') });
        await appendUntilRefused(node.url, journal, { writers: 4 });
        await says(node, 'ENOSPC');
        await rm(ballast);
        const client = connect(node.url);
        for (let n = 0; n < 20; n++) await appendNoted(client, 'after', n, journal);
        await client.dispose();
        await node.kill();
        await expectHonest((await start({ dataDir: join(disk.folder, 'data') })).url, journal);
      } finally {
        await Promise.all(running.splice(0).map((node) => node.kill()));
        disk.unmount();
      }
    },
    LIMIT_MILLISECONDS,
  );
});

describe('an event store without file descriptors', () => {
  it(
    'serves whom it knows, and everybody again when there are some',
    async () => {
      const journal = appendJournal();
      const node = await start({ under: underLimit('-n 64') });
      const client = connect(node.url);
      await appendNoted(client, 'known', 0, journal);
      const port = Number(new URL(node.url.replace('esdb', 'http')).port);
      const sockets = Array.from({ length: 120 }, () => connectSocket(port, '127.0.0.1').on('error', () => undefined));
      for (let n = 1; n < 20; n++) await appendNoted(client, 'known', n, journal);
      await Promise.all(sockets.map(closed));
      await client.dispose();
      await expectHonest(node.url, journal);
    },
    LIMIT_MILLISECONDS,
  );
});

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve()).destroy();
  });
