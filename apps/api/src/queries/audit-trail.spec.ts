import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

describe('the audit trail', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let referralId: string;
  const auditor = { 'x-user-id': 'auditor-1', 'x-roles': 'compliance' };
  const ask = async (query: string) => (await clientOf(system.app).get(`/api/v1/audit-trail?${query}`, auditor)).body;

  beforeAll(async () => {
    system = await systemInMemory();
    const { body } = await clientOf(system.app).post('/referrals', receiveBody());
    referralId = String(body['referralId']);
    await ask(`limit=1&atLeast=${String(body['position'])}`);
  });
  afterAll(() => system.stop());

  /** What readers of the trail have left in the log. */
  const readings = async (): Promise<readonly object[]> => {
    const found: object[] = [];
    for await (const { data } of system.parts.store.readAll({ categories: ['access'] })) found.push(data as object);
    return found;
  };

  it('is read on record, with what was asked', async () => {
    const before = (await readings()).length;
    await ask(`referralId=${referralId}&type=ReferralReceived`);
    expect((await readings()).slice(before)).toEqual([
      {
        category: 'audit-trail',
        id: referralId,
        referralId,
        question: { referralId, type: 'ReferralReceived' },
      },
    ]);
  });

  it('is read on record once, however many pages it has, so that it has an end', async () => {
    const before = (await readings()).length;
    let page = await ask('limit=1');
    for (let { cursor } = page; typeof cursor === 'string'; { cursor } = page)
      page = await ask(`limit=1&cursor=${cursor}`);
    expect((await readings()).length).toBe(before + 1);
  });
});
