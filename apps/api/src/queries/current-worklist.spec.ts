import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { projections, worklist } from '@referral/projections';
import { InMemoryModelStore } from '@referral/read-models';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';

describe('the work queues after an upgrade', () => {
  it('do not look empty while their entries are built anew, and are there when that is done', async () => {
    const models = new InMemoryModelStore(Date.now);
    const make = async (projection: string, version: number) => {
      await models.create(`${projection}@${version}`);
      await models.makeLive(projection, `${projection}@${version}`);
    };
    for (const { name, version } of projections) await make(name, version);
    await make(worklist.name, worklist.version - 1);
    const app = await createApi(partsInMemory({ models }));
    await app.init();
    const { get } = clientOf(app);
    for (const path of ['/api/v1/worklists', '/api/v1/worklists/unassigned'])
      expect(await get(path)).toMatchObject({ status: 503, body: { code: 'READ_MODEL_NOT_READY' } });
    expect((await get('/api/v1/worklists/complaints')).status).toBe(200);
    await models.makeLive(worklist.name, `${worklist.name}@${worklist.version}`);
    // Which model is live is believed for a moment.
    while ((await get('/api/v1/worklists/unassigned')).status === 503) await pause(5);
    expect((await get('/api/v1/worklists')).status).toBe(200);
    await app.close();
  });
});
