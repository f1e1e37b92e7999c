import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '@referral/event-store';
import { projections } from '@referral/projections';
import { InMemoryModelStore, ProjectionRunner } from '@referral/read-models';
import { createApi } from '../serve';
import { type Brought, partsInMemory } from './parts-in-memory';

/** The API together with what keeps its read models current, in one process. */
export const systemInMemory = async (brought: Brought = {}) => {
  const { models = new InMemoryModelStore(Date.now) } = brought;
  const parts = partsInMemory({ ...brought, models });
  const runner = new ProjectionRunner({
    log: openLog(parts.store, parts.codec),
    store: models,
    projections,
    clock: Date.now,
    pace: { lingerMs: 1 },
  });
  runner.start();
  while (!(await runner.status()).current) await pause(5);
  const app = await createApi(parts);
  await app.init();
  return {
    parts,
    app,
    /** From now on the read models stay as they are. */
    stopReading: () => runner.stop(),
    stop: async () => {
      await app.close();
      await runner.stop();
      await parts.close();
    },
  };
};
