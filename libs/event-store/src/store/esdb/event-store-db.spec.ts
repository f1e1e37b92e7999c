import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { startEventStore } from '../../../../../test/support/embedded-event-store'; // eslint-disable-line @nx/enforce-module-boundaries -- specifications may start the embedded node
import { eventStoreContract } from '../../testing/event-store.contract';
import { comparePositions } from '../position';
import { EventStoreDb } from './event-store-db';

eventStoreContract('EventStoreDB', async () => {
  const given = process.env['EVENTSTORE_URL'];
  const node = given === undefined ? await startEventStore() : undefined;
  const store = new EventStoreDb(given ?? node?.url ?? '', { watchInterval: 200 });
  return {
    store,
    stop: async () => {
      await store.close();
      await node?.stop();
    },
  };
});

describe('The connection string', () => {
  it('may not switch off the refusal of wrong revisions, because the client then reports made-up ones', () => {
    expect(() => new EventStoreDb('esdb://localhost:2113?tls=false&throwOnAppendFailure=false')).toThrow(
      'throwOnAppendFailure',
    );
  });
});

describe('The end of the log', () => {
  it('is never before what followers are told, though only the store itself wrote last', async () => {
    const node = await startEventStore();
    const store = new EventStoreDb(node.url, { watchInterval: 100 });
    const client = EventStoreDBClient.connectionString(node.url);
    const leave = new AbortController();
    try {
      await client.setStreamMetadata('other', { maxCount: 3 });
      const follower = store.follow({ after: null, categories: ['note'], signal: leave.signal });
      for await (const message of follower) {
        if (message.kind !== 'progress') continue;
        const head = await store.head();
        expect(head).not.toBeNull();
        if (head) expect(comparePositions(head, message.position)).toBeGreaterThanOrEqual(0);
        leave.abort();
      }
      expect(leave.signal.aborted).toBe(true);
    } finally {
      leave.abort();
      await client.dispose();
      await store.close();
      await node.stop();
    }
  });
});
