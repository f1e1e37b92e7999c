import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
import { directory, projections, worklist } from '@referral/projections';
import { InMemoryModelStore, type Row } from '@referral/read-models';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';

const to = positionKey({ commit: 5n, prepare: 5n });

describe('the directory entries due for verification', () => {
  it('count the open referrals of the position that the caller asks for', async () => {
    const models = new InMemoryModelStore(Date.now);
    for (const { name, version } of projections) {
      await models.create(`${name}@${version}`);
      await models.makeLive(name, `${name}@${version}`);
    }
    const tell = async ({ name, version }: { readonly name: string; readonly version: number }, row: object) => {
      const held = await models.acquire(`${name}@${version}`, 'runner-1');
      const put: Row = { _id: 'entry-1', tenantId: 'default', _position: to, ...row };
      const nothing = { removals: [], entries: [], parks: [], unparks: [] };
      await models.commit({ ...held, from: null, to, events: 1, puts: [put], ...nothing });
    };
    await tell(directory, {
      nextVerificationAt: '2026-03-02T15:00:00.000Z',
      verifiedAt: null,
      state: { stage: 'none' },
    });
    const app = await createApi(partsInMemory({ models }));
    await app.init();
    const asked = clientOf(app).get('/api/v1/worklists/directory-verification?atLeast=5');
    // An answer that does not wait is there by now.
    await Promise.race([asked, pause(100)]);
    await tell(worklist, { _id: 'referral-1', open: true, destinationId: 'entry-1' });
    expect(await asked).toMatchObject({ status: 200, body: { items: [{ openReferralCount: 1 }] } });
    await app.close();
  });
});
