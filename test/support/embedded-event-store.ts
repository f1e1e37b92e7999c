import { type RunningStore, startStore, type StoreOptions, storeProgram } from './store-process';

export type RunningEventStore = RunningStore;

export interface EventStoreOptions extends StoreOptions {
  /** Keeps links by category, event type, stream and correlation; off without. */
  readonly projections?: boolean;
}

/** The built process of the EventStoreDB-compatible node. */
export const eventStoreProgram = storeProgram('event-store');

/** Starts an EventStoreDB-compatible node; see `startStore`. */
export const startEventStore = ({ projections = false, ...options }: EventStoreOptions = {}): Promise<RunningStore> =>
  startStore('event-store', options, projections ? ['--projections'] : []);
