import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

describe('what a role may see', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let referral: string;
  const get = (path: string, roles: string) => clientOf(system.app).get(`/api/v1${path}`, { 'x-roles': roles });

  beforeAll(async () => {
    system = await systemInMemory();
    const { body } = await clientOf(system.app).post('/referrals', receiveBody());
    referral = `/referrals/${String(body['referralId'])}`;
  });
  afterAll(() => system.stop());

  it('is no single referral for an analyst', async () => {
    for (const path of ['', '/actions', '/history'].map((part) => referral + part).concat('/audit-trail'))
      expect(await get(path, 'analyst')).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_PERMITTED' } });
    expect((await get(`${referral}/history`, 'analyst,coordinator')).status).toBe(200);
    expect((await get('/audit-trail', 'compliance')).status).toBe(200);
    expect((await get('/metrics/turnaround', 'analyst')).status).toBe(200);
  });

  it('is a queue for those who work in it, lead it or oversee it', async () => {
    for (const roles of ['coordinator', 'lead', 'compliance'])
      expect((await get('/worklists/unacknowledged', roles)).status).toBe(200);
    for (const roles of ['analyst', 'auth_specialist', 'referring_party'])
      expect(await get('/worklists/unacknowledged', roles)).toMatchObject({
        status: 403,
        body: { code: 'ROLE_NOT_PERMITTED', permitted: ['intake', 'coordinator', 'lead', 'compliance'] },
      });
  });

  it('is the list of those queues and of no others', async () => {
    const rolesIn = async (roles: string) =>
      ((await get('/worklists', roles)).body['items'] as readonly { readonly roles: readonly string[] }[]).map(
        (queue) => queue.roles,
      );
    expect(await rolesIn('analyst')).toEqual([]);
    const specialist = await rolesIn('auth_specialist');
    expect(specialist.length).toBe(6);
    for (const roles of specialist) expect(roles).toContain('auth_specialist');
    expect((await rolesIn('lead')).length).toBe(48);
  });
});
