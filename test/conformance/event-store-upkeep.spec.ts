import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import {
  appendJournal,
  appendUntilRefused,
  connect,
  expectHonest,
  storedEvents,
} from '../support/acknowledged-appends';
import { runEventStore, startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';

const LIMIT_MILLISECONDS = 120_000;

let folder: string;
const running: RunningEventStore[] = [];

const start = async (dataDir: string): Promise<RunningEventStore> => {
  const node = await startEventStore({ dataDir });
  running.push(node);
  return node;
};

/** What a command that succeeds says, by name. */
const said = async (...args: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const { code, output, errors } = await runEventStore(args);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return Object.fromEntries(output.split('\n').map((line) => line.split(': ')));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-store-upkeep-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((node) => node.kill()));
  await rm(folder, { recursive: true, force: true });
});

describe('the upkeep of an event store that runs', () => {
  it(
    'backs up under load what restores to everything that was acknowledged before',
    async () => {
      const [data, backup, restored] = [join(folder, 'data'), join(folder, 'backup'), join(folder, 'restored')];
      const journal = appendJournal();
      const node = await start(data);
      let atBackup = -1;
      let backingUp: Promise<unknown> = Promise.resolve();
      const each = (acknowledged: number): void => {
        if (acknowledged === 300) {
          atBackup = acknowledged;
          backingUp = said('backup', '--data', data, '--to', backup).finally(() => node.kill());
        }
      };
      await appendUntilRefused(node.url, journal, { writers: 8, each });
      await backingUp;
      await said('restore', '--data', backup, '--to', restored);
      const before = { acknowledged: journal.acknowledged.slice(0, atBackup), sent: journal.sent };
      await expectHonest((await start(restored)).url, before);
      await expectHonest((await start(data)).url, journal);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'scavenges and verifies while it answers, and tells figures',
    async () => {
      const data = join(folder, 'data');
      const node = await start(data);
      const client = connect(node.url);
      for (let n = 0; n < 10; n++)
        for (const stream of ['kept', 'short'])
          await client.appendToStream(stream, jsonEvent({ type: 'Happened', data: { n, pad: 'x'.repeat(400) } }));
      await client.setStreamMetadata('short', { maxCount: 2 });
      const before = await said('stats', '--data', data);
      expect(before).toMatchObject({ events: '21', streams: '3', processId: String(node.pid) });
      expect(await said('scavenge', '--data', data)).toMatchObject({ removedEvents: '8' });
      expect(await said('verify', '--data', data)).toMatchObject({ events: '13', unfinishedBytes: '0' });
      expect(Number((await said('stats', '--data', data))['bytes'])).toBeLessThan(Number(before['bytes']));
      expect((await storedEvents(node.url)).size).toBe(13);
      await client.dispose();
      await node.stop();
      expect(await said('verify', '--data', data)).toMatchObject({ events: '13' });
    },
    LIMIT_MILLISECONDS,
  );
});

describe('the upkeep of an event store that does not run', () => {
  it(
    'names the first record that is not what was written',
    async () => {
      const data = join(folder, 'data');
      const node = await start(data);
      const client = connect(node.url);
      for (let n = 0; n < 5; n++) await client.appendToStream('orders', jsonEvent({ type: 'Ordered', data: { n } }));
      await client.dispose();
      await node.stop();
      const segment = join(data, '00000000000000000000.log');
      const bytes = await readFile(segment);
      bytes.write('Orderer', bytes.indexOf('Ordered', bytes.indexOf('"n":1')));
      await writeFile(segment, bytes);
      const { code, errors } = await runEventStore(['verify', '--data', data]);
      expect(code).toBe(1);
      expect(errors).toMatch(/record 3 of the log, the one behind 1@orders, at byte \d+ of .*\.log/);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'says that there is no event store, or that a backup has no place',
    async () => {
      expect(await runEventStore(['stats', '--data', join(folder, 'none')])).toMatchObject({ code: 1 });
      const node = await start(join(folder, 'data'));
      const { errors } = await runEventStore(['backup', '--data', node.dataDir, '--to', node.dataDir]);
      expect(errors).toContain('is not empty');
    },
    LIMIT_MILLISECONDS,
  );
});
