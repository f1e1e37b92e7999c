import { startEventStore } from '../support/embedded-event-store';
import { startMongo } from '../support/embedded-mongo';

/** Two stores to measure against. */
export interface Stores {
  readonly eventStoreUrl: string;
  readonly mongoUrl: string;
  readonly stop: () => Promise<void>;
}

/** The stores that EVENTSTORE_URL and MONGODB_URL name; an embedded one, empty and in a process of its own, for each that is absent. */
export const startStores = async (environment: NodeJS.ProcessEnv = process.env): Promise<Stores> => {
  const { EVENTSTORE_URL, MONGODB_URL } = environment;
  const [eventStore, mongo] = await Promise.all([
    EVENTSTORE_URL === undefined ? startEventStore() : null,
    MONGODB_URL === undefined ? startMongo() : null,
  ]);
  return {
    eventStoreUrl: EVENTSTORE_URL ?? eventStore?.url ?? '',
    mongoUrl: MONGODB_URL ?? mongo?.url ?? '',
    stop: async () => {
      await Promise.all([eventStore?.stop(), mongo?.stop()]);
    },
  };
};
