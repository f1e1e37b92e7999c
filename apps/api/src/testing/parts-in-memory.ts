import { aggregates } from '@referral/aggregates';
import {
  AccessLog,
  CommandRunner,
  EventCodec,
  InMemoryEventStore,
  InMemoryPatientKeys,
  SequenceNumbers,
  UniqueNames,
} from '@referral/event-store';
import { InMemoryModelStore, StoredReadModels } from '@referral/read-models';
import { clock, Configuration, logger } from '@referral/runtime';
import type { Parts } from '../parts';

/** What a spec brings itself. */
export interface Brought {
  readonly store?: InMemoryEventStore;
  readonly models?: InMemoryModelStore;
  readonly settings?: Partial<Configuration>;
}

/** The API's parts without any server, for specs of what does not depend on one. */
export const partsInMemory = ({
  store = new InMemoryEventStore(),
  models = new InMemoryModelStore(Date.now),
  settings = {},
}: Brought = {}): Parts => {
  const codec = new EventCodec({ aggregates, keys: new InMemoryPatientKeys() });
  return {
    configuration: Object.assign(new Configuration(), settings),
    clock: clock(),
    log: logger('api', 'silent'),
    store,
    codec,
    runner: new CommandRunner({ store, codec, soleWriter: true }),
    uniqueNames: new UniqueNames(store),
    sequenceNumbers: new SequenceNumbers(store),
    accessLog: new AccessLog(store),
    readModels: new StoredReadModels(models, { cursorKey: new Uint8Array(32) }),
    close: () => store.close(),
  };
};
