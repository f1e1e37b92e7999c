import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import type { BinaryEventType } from '@eventstore/db-client';
import { Client, credentials } from '@grpc/grpc-js';
import {
  appendJournal,
  appendUntilRefused,
  connect,
  expectHonest,
  storedEvents,
} from '../support/acknowledged-appends';
import { eventStoreProgram, runEventStore, startEventStore } from '../support/embedded-event-store';
import type { EventStoreOptions, RunningEventStore } from '../support/embedded-event-store';
import { eventually } from '../support/eventually';

const LIMIT_MILLISECONDS = 120_000;
const KILLS = 10;
const WRITERS = 8;
const APPENDS_BEFORE_KILL = 150;

let dataDir: string;
const running: RunningEventStore[] = [];

const start = async (options: EventStoreOptions = {}): Promise<RunningEventStore> => {
  const node = await startEventStore({ dataDir, ...options });
  running.push(node);
  return node;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-faults-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((node) => node.kill()));
  await rm(dataDir, { recursive: true, force: true });
});

describe('an event store that is killed under load', () => {
  it(
    'has every acknowledged event, byte for byte, once, and none that nobody sent',
    async () => {
      const journal = appendJournal();
      for (let round = 0; round < KILLS; round++) {
        const node = await start();
        const each = (acknowledged: number) => {
          if (acknowledged === APPENDS_BEFORE_KILL) void node.kill();
        };
        await appendUntilRefused(node.url, journal, { writers: WRITERS, each });
      }
      expect(journal.acknowledged.length).toBeGreaterThanOrEqual(KILLS * APPENDS_BEFORE_KILL);
      await expectHonest((await start()).url, journal);
    },
    LIMIT_MILLISECONDS,
  );
});

describe('the system projections of an event store that is killed under load', () => {
  const categoryLinks = async (url: string): Promise<readonly string[]> => {
    const client = connect(url);
    const links: string[] = [];
    for await (const { event } of client.readStream<BinaryEventType>('$ce-load'))
      links.push(Buffer.from(event?.data ?? []).toString());
    await client.dispose();
    return links;
  };

  it(
    'link every event once and in order',
    async () => {
      const journal = appendJournal();
      for (let round = 0; round < 3; round++) {
        const node = await start({ projections: true });
        const each = (acknowledged: number) => {
          if (acknowledged === APPENDS_BEFORE_KILL) void node.kill();
        };
        await appendUntilRefused(node.url, journal, { writers: WRITERS, each });
      }
      const { url } = await start({ projections: true });
      const appended = [...(await storedEvents(url)).values()].filter(({ stream }) => stream.startsWith('load-'));
      const links = await eventually('every event is linked', async () => {
        const found = await categoryLinks(url);
        return found.length >= appended.length ? found : undefined;
      });
      expect(links).toEqual(appended.map(({ revision, stream }) => `${revision}@${stream}`));
    },
    LIMIT_MILLISECONDS,
  );
});

describe('an event store that is asked to end', () => {
  it(
    'ends calls that last so that clients know, and exits without fault',
    async () => {
      const node = await start();
      const client = connect(node.url);
      const subscription = client.subscribeToAll();
      await once(subscription, 'confirmation');
      const told = once(subscription, 'error');
      expect(await node.stop()).toBe(0);
      const [error]: unknown[] = await told;
      expect(error).toMatchObject({ type: 'unavailable' });
      await client.dispose();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'has answered exactly the appends that it took',
    async () => {
      const node = await start();
      const client = connect(node.url);
      await client.appendToStream('ending', jsonEvent({ type: 'First', data: {} }));
      const attempts = Array.from({ length: 300 }, (_, n) => jsonEvent({ type: 'Pending', data: { n } }));
      const answers = Promise.allSettled(attempts.map((event) => client.appendToStream('ending', event)));
      expect(await node.stop()).toBe(0);
      const answered = await answers;
      const acknowledged = attempts.filter((_, n) => answered[n]?.status === 'fulfilled').map(({ id }) => id);
      await client.dispose();
      const stored = [...(await storedEvents((await start()).url)).keys()].slice(1);
      expect(new Set(stored)).toEqual(new Set(acknowledged));
    },
    LIMIT_MILLISECONDS,
  );
});

describe('an event store that cannot start', () => {
  it(
    'says that the data folder is in use',
    async () => {
      await start();
      const { code, errors } = await runEventStore(['--port', '0', '--data', dataDir]);
      expect(code).toBe(1);
      expect(errors).toContain(`The data folder ${dataDir} is in use by another process`);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'says that the port is taken',
    async () => {
      const { url } = await start();
      const port = new URL(url.replace('esdb', 'http')).port;
      const { code, errors } = await runEventStore(['--port', port, '--data', join(dataDir, 'other')]);
      expect(code).toBe(1);
      expect(errors).toContain(`choose another with --port`);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'says that the data folder cannot be written',
    async () => {
      const { code, errors } = await runEventStore(['--port', '0', '--data', join(eventStoreProgram, 'data')]);
      expect(code).toBe(1);
      expect(errors).toContain('cannot be used: ENOTDIR');
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'says what it does not understand',
    async () => {
      const { code, errors } = await runEventStore(['--port', 'many']);
      expect(code).toBe(2);
      expect(errors).toContain("not 'many'");
    },
    LIMIT_MILLISECONDS,
  );
});

describe('an event store that is sent nonsense', () => {
  it(
    'refuses the call and goes on',
    async () => {
      const node = await start();
      const raw = new Client(node.url.slice('esdb://'.length).replace('?tls=false', ''), credentials.createInsecure());
      const asIs = (bytes: Buffer): Buffer => bytes;
      const call = (method: string, bytes: Buffer): Promise<number> =>
        new Promise((done) => {
          raw.makeUnaryRequest(`/event_store.client.streams.Streams/${method}`, asIs, asIs, bytes, (error) =>
            done(error?.code ?? 0),
          );
        });
      const nonsense = [Buffer.from([0x0a, 0xff, 0xff]), Buffer.from([0x0b]), Buffer.alloc(40, 0xff), Buffer.alloc(0)];
      for (const method of ['Read', 'Append', 'Delete', 'Tombstone', 'BatchAppend', 'Nothing'])
        for (const bytes of nonsense) expect(await call(method, bytes)).toEqual(expect.any(Number));
      raw.close();
      const client = connect(node.url);
      expect((await client.appendToStream('after', jsonEvent({ type: 'Fine', data: {} }))).success).toBe(true);
      await client.dispose();
      expect(node.errors()).toBe('');
    },
    LIMIT_MILLISECONDS,
  );
});
