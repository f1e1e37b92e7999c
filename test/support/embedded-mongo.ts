import { type RunningStore, startStore, type StoreOptions, storeProgram } from './store-process';

export type RunningMongo = RunningStore;

export interface MongoOptions extends StoreOptions {
  /** Offers fail points. */
  readonly testCommands?: boolean;
}

/** The built process of the MongoDB-compatible node. */
export const mongoProgram = storeProgram('mongo');

/** Starts a MongoDB-compatible node; see `startStore`. */
export const startMongo = ({ testCommands = false, ...options }: MongoOptions = {}): Promise<RunningStore> =>
  startStore('mongo', options, testCommands ? ['--test-commands'] : []);
