import { once } from 'node:events';
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';

const SUBSCRIPTIONS_OF_A_CLIENT = 500;

/** Subscriptions to which nothing comes: some to streams, some to filters. */
export interface IdleSubscriptions {
  readonly dispose: () => Promise<void>;
}

const subscribe = async (client: EventStoreDBClient, n: number): Promise<void> => {
  const name = `idle-${n}`;
  const subscription =
    n % 10 === 0
      ? client.subscribeToAll({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [name] }) })
      : client.subscribeToStream(name);
  subscription.on('error', () => undefined);
  await once(subscription, 'confirmation');
};

/** Opens so many subscriptions and resolves when all are confirmed. */
export const openIdleSubscriptions = async (url: string, count: number): Promise<IdleSubscriptions> => {
  const clients: EventStoreDBClient[] = [];
  for (let first = 0; first < count; first += SUBSCRIPTIONS_OF_A_CLIENT) {
    const client = EventStoreDBClient.connectionString(`${url}&keepAliveInterval=-1`);
    clients.push(client);
    const wanted = Math.min(SUBSCRIPTIONS_OF_A_CLIENT, count - first);
    await Promise.all(Array.from({ length: wanted }, (_, n) => subscribe(client, first + n)));
  }
  return {
    dispose: async () => {
      await Promise.all(clients.map((client) => client.dispose()));
    },
  };
};

/** Appends an event and resolves when a subscriber to its stream, who subscribed before, has been told of it. */
export const roundTrip = async (client: EventStoreDBClient, stream: string): Promise<void> => {
  const subscription = client.subscribeToStream(stream, { fromRevision: 'end' });
  await once(subscription, 'confirmation');
  await client.appendToStream(stream, jsonEvent({ type: 'Happened', data: {} }));
  for await (const { event } of subscription) if (event !== undefined) break;
};
