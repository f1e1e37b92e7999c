import { describe, expect, it } from '@jest/globals';
import { startEventStore } from '../../../../../test/support/embedded-event-store'; // eslint-disable-line @nx/enforce-module-boundaries -- specifications may start the embedded node
import { eventStoreContract } from '../../testing/event-store.contract';
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
