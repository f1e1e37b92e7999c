import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent, persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { Client, credentials, status } from '@grpc/grpc-js';
import { connect } from '../support/acknowledged-appends';
import { startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';
import { eventually } from '../support/eventually';
import { openIdleSubscriptions, roundTrip } from '../support/idle-subscriptions';
import { swallowingProxy } from '../support/swallowing-proxy';

const LIMIT_MILLISECONDS = 120_000;
const IDLE = 1_000;
const HOUR = 3_600_000;

let node: RunningEventStore;

beforeEach(async () => {
  node = await startEventStore();
});

afterEach(async () => {
  await node.stop();
});

const address = (): string => node.url.slice('esdb://'.length).replace('?tls=false', '');
const socket = () => connectSocket(Number(address().split(':')[1]), '127.0.0.1').on('error', () => undefined);

const wide = (count: number) =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Wide', data: { n, pad: 'x'.repeat(5_000) } }));

/** Others are answered, and the node has nothing to complain of. */
const expectUnmoved = async (): Promise<void> => {
  const client = connect(node.url);
  await roundTrip(client, 'unmoved');
  await client.dispose();
  expect(node.errors()).toBe('');
};

describe('a client that is slow or gone', () => {
  it(
    'holds up nobody and fills no memory while it does not read',
    async () => {
      const client = connect(node.url);
      for (let n = 0; n < 40; n++) await client.appendToStream('wide', wide(100));
      const sleepers = [connect(node.url), connect(node.url)];
      for (const sleeper of sleepers)
        for (let n = 0; n < 25; n++) {
          const subscription = sleeper.subscribeToStream('wide').on('error', () => undefined);
          await once(subscription, 'confirmation');
          subscription.pause();
        }
      await expectUnmoved();
      await Promise.all([...sleepers, client].map((one) => one.dispose()));
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'holds up nobody when it only waits, a thousand times',
    async () => {
      const idle = await openIdleSubscriptions(node.url, IDLE);
      await expectUnmoved();
      await idle.dispose();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'holds up nobody when it stops in the middle of a word, or breaks off',
    async () => {
      const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
      const opened = Array.from({ length: 50 }, (_, n) => {
        const one = socket();
        one.once('connect', () => {
          one.write(preface.slice(0, n % preface.length));
          if (n % 3 === 0) one.resetAndDestroy();
        });
        return one;
      });
      for (const one of opened) if (one.connecting) await once(one, 'connect');
      await expectUnmoved();
      for (const one of opened) one.destroy();
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a client that is gone without a word', () => {
  it(
    'holds up nobody, is found out, and what it had of a group goes to others',
    async () => {
      const proxy = await swallowingProxy(node.url);
      const [gone, other] = [connect(`${proxy.url}&keepAliveInterval=-1`), connect(node.url)];
      const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start', messageTimeout: HOUR });
      await other.createPersistentSubscriptionToStream('shared', 'group', settings);
      await other.appendToStream('shared', jsonEvent({ type: 'Shared', data: {} }));
      const consumer = gone.subscribeToPersistentSubscriptionToStream('shared', 'group').on('error', () => undefined);
      const subscription = gone.subscribeToStream('wide').on('error', () => undefined);
      await Promise.all([once(consumer, 'data'), once(subscription, 'confirmation')]);
      proxy.fallSilent();
      for (let n = 0; n < 10; n++) await other.appendToStream('wide', wide(100));
      await expectUnmoved();
      expect(proxy.heldByStore()).toBe(1);
      for await (const { event } of other.subscribeToPersistentSubscriptionToStream('shared', 'group')) {
        expect(event?.type).toBe('Shared');
        break;
      }
      await eventually('the connection is closed', () => (proxy.heldByStore() === 0 ? true : undefined));
      proxy.close();
      await Promise.all([gone.dispose(), other.dispose()]);
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a client that talks nonsense', () => {
  it(
    'is cut off, and nobody else',
    async () => {
      const nonsense = [
        Buffer.alloc(4096, 0xff),
        Buffer.from('GET / HTTP/1.1\r\nHost: here\r\n\r\n'),
        Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.alloc(4096, 0x7f)]),
        Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]),
      ];
      for (const bytes of nonsense) {
        const one = socket();
        one.end(bytes).resume();
        await once(one, 'close');
      }
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is refused a message that is too large, in a call of its own',
    async () => {
      const raw = new Client(address(), credentials.createInsecure(), { 'grpc.max_send_message_length': -1 });
      const asIs = (bytes: Buffer): Buffer => bytes;
      const code = await new Promise((done) => {
        const huge = Buffer.alloc(20 * 1024 * 1024);
        raw.makeUnaryRequest('/event_store.client.streams.Streams/Delete', asIs, asIs, huge, (error) =>
          done(error?.code),
        );
      });
      raw.close();
      expect(code).toBe(status.RESOURCE_EXHAUSTED);
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );
});
