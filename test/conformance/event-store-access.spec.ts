import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { runEventStore, startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';

const LIMIT_MILLISECONDS = 120_000;

let dataDir: string;
let node: RunningEventStore;
const clients: EventStoreDBClient[] = [];

const users = (args: readonly string[], password = '') =>
  runEventStore(['users', ...args, '--data', dataDir], `${password}\n`);

const as = (credentials = ''): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(node.url.replace('esdb://', `esdb://${credentials}`));
  clients.push(client);
  return client;
};

const append = (client: EventStoreDBClient, stream: string) =>
  client.appendToStream(stream, jsonEvent({ type: 'Happened', data: {} }));

const count = async (events: AsyncIterable<unknown>): Promise<number> => {
  let seen = 0;
  for await (const event of events) seen += event === undefined ? 0 : 1;
  return seen;
};

const expectDenied = (attempt: Promise<unknown>) => expect(attempt).rejects.toBeInstanceOf(AccessDeniedError);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-access-'));
  await users(['add', 'admin'], 'admin-secret');
  await users(['add', 'ops'], 'ops-secret');
  await users(['add', 'ann', '--groups', 'nurses'], 'ann-secret');
  node = await startEventStore({ dataDir, flags: ['--tls', '--users'] });
}, LIMIT_MILLISECONDS);

afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await node.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('an event store with users', () => {
  it(
    'denies access to whoever has the wrong password or no such name, by every kind of call',
    async () => {
      for (const credentials of ['admin:wrong@', 'nobody:admin-secret@']) {
        const client = as(credentials);
        await expectDenied(append(client, 'any'));
        await expectDenied(count(client.readStream('any')));
        await expectDenied(client.deleteStream('any'));
        await expectDenied(client.listAllPersistentSubscriptions());
      }
      const credentials = { username: 'ann', password: 'wrong' };
      await expectDenied(as().appendToStream('any', jsonEvent({ type: 'Happened', data: {} }), { credentials }));
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'leaves streams to everybody and the log to administrators, where no list says otherwise',
    async () => {
      const [nobody, ann, admin] = [as(), as('ann:ann-secret@'), as('admin:admin-secret@')];
      expect(await append(nobody, 'open')).toMatchObject({ success: true });
      expect(await count(ann.readStream('open'))).toBe(1);
      await expectDenied(count(ann.readAll()));
      await expectDenied(append(ann, '$system'));
      await expectDenied(count(ann.readStream('$streams')));
      expect(await count(admin.readAll())).toBeGreaterThan(0);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'honours the list of a stream, by names and by groups',
    async () => {
      const [nobody, ann, ops, admin] = [as(), as('ann:ann-secret@'), as('ops:ops-secret@'), as('admin:admin-secret@')];
      await append(admin, 'listed');
      const acl = {
        readRoles: ['nurses'],
        writeRoles: ['ops', 'ann'],
        deleteRoles: ['$ops'],
        metaReadRoles: ['ann'],
        metaWriteRoles: ['$admins'],
      };
      await admin.setStreamMetadata('listed', { acl });
      expect(await count(ann.readStream('listed'))).toBe(1);
      await expectDenied(count(nobody.readStream('listed')));
      await expectDenied(count(ops.readStream('listed')));
      await expectDenied(append(nobody, 'listed'));
      for (const client of [ann, ops]) expect(await append(client, 'listed')).toMatchObject({ success: true });
      expect(await ann.getStreamMetadata('listed')).toMatchObject({ metadata: { acl } });
      await expectDenied(ops.getStreamMetadata('listed'));
      await expectDenied(ops.setStreamMetadata('listed', {}));
      await expectDenied(ann.deleteStream('listed'));
      expect(await ops.deleteStream('listed')).toHaveProperty('position');
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'takes other defaults from its settings',
    async () => {
      const [ann, admin] = [as('ann:ann-secret@'), as('admin:admin-secret@')];
      const change = (data: object) =>
        admin.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: { ...data } }));
      await append(admin, 'by-default');
      await change({ $userStreamAcl: { $r: '$all', $w: 'writers' }, $systemStreamAcl: { $r: ['nurses'] } });
      await expectDenied(append(ann, 'by-default'));
      expect(await count(ann.readStream('by-default'))).toBe(1);
      expect(await count(ann.readAll())).toBeGreaterThan(0);
      await change({});
      expect(await append(ann, 'by-default')).toMatchObject({ success: true });
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'lets operators change groups, and readers of a stream take part in them',
    async () => {
      const [ann, ops] = [as('ann:ann-secret@'), as('ops:ops-secret@')];
      const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
      await append(ann, 'shared');
      await expectDenied(ann.createPersistentSubscriptionToStream('shared', 'group', settings));
      await ops.createPersistentSubscriptionToStream('shared', 'group', settings);
      for await (const { event } of ann.subscribeToPersistentSubscriptionToStream('shared', 'group')) {
        expect(event?.type).toBe('Happened');
        break;
      }
      expect(await ann.listAllPersistentSubscriptions()).toHaveLength(1);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'knows a changed password and a removed user at once, and keeps no password in clear',
    async () => {
      await users(['add', 'ben'], 'ben-secret');
      expect(await append(as('ben:ben-secret@'), 'by-ben')).toMatchObject({ success: true });
      await users(['password', 'ben'], 'ben-secret-2');
      await expectDenied(count(as('ben:ben-secret@').readStream('by-ben')));
      expect(await count(as('ben:ben-secret-2@').readStream('by-ben'))).toBe(1);
      await users(['remove', 'ben']);
      await expectDenied(count(as('ben:ben-secret-2@').readStream('by-ben')));
      expect(await readFile(join(dataDir, 'users.json'), 'utf8')).not.toContain('secret');
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'does not start without anybody, and takes no short password',
    async () => {
      const empty = ['--data', join(dataDir, 'empty')];
      const { code, errors } = await runEventStore(['--tls', '--users', '--port', '0', ...empty]);
      expect(code).toBe(1);
      expect(errors).toContain('users add admin');
      expect(await runEventStore(['users', 'add', 'admin', ...empty], 'short\n')).toMatchObject({ code: 1 });
    },
    LIMIT_MILLISECONDS,
  );
});
