import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

interface Counted {
  readonly slug: string;
  readonly count: number;
}

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
    for (const path of ['', '/actions', '/history', '/deadlines'].map((part) => referral + part).concat('/audit-trail'))
      expect(await get(path, 'analyst')).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_PERMITTED' } });
    expect((await get(`${referral}/history`, 'analyst,coordinator')).status).toBe(200);
    expect((await get('/audit-trail', 'compliance')).status).toBe(200);
    expect((await get('/metrics/turnaround', 'analyst')).status).toBe(200);
  });

  it('is no audit trail for those with whom the desk works', async () => {
    for (const roles of ['referring_party', 'receiving_party', 'patient_proxy', 'referring_party,analyst'])
      expect(await get('/audit-trail', roles)).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_PERMITTED' } });
    expect((await get('/audit-trail', 'referring_party,intake')).status).toBe(200);
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

  it('is a sensitive referral for those who may see it or have it, in queues, counts and by itself', async () => {
    const { body } = await clientOf(system.app).post('/referrals', receiveBody([], { sensitivity: ['hiv'] }));
    const sensitive = `/referrals/${String(body['referralId'])}`;
    const as = (userId: string, roles: string, path: string) =>
      clientOf(system.app).get(`/api/v1${path}`, { 'x-user-id': userId, 'x-roles': roles });
    let position = body['position'];
    const shownIn = async (userId: string, roles: string) => {
      const atLeast = `atLeast=${String(position)}`;
      const page = (await as(userId, roles, `/worklists/unacknowledged?${atLeast}`)).body;
      const list = (await as(userId, roles, `/worklists?${atLeast}`)).body['items'] as readonly Counted[];
      expect(page['count']).toBe(list.find(({ slug }) => slug === 'unacknowledged')?.count);
      expect(page['items']).toHaveLength(page['count'] as number);
      return (page['items'] as readonly { referralId: string }[]).some(
        ({ referralId }) => referralId === body['referralId'],
      );
    };
    for (const roles of ['lead', 'compliance', 'clinical_reviewer,intake']) {
      expect(await shownIn('ana', roles)).toBe(true);
      for (const path of ['', '/actions', '/history', '/deadlines'])
        expect((await as('ana', roles, sensitive + path)).status).toBe(200);
    }
    expect(await shownIn('ana', 'coordinator')).toBe(false);
    for (const path of ['', '/actions', '/history', '/deadlines'])
      expect(await as('ana', 'coordinator', sensitive + path)).toMatchObject({
        status: 403,
        body: { code: 'ROLE_NOT_PERMITTED' },
      });
    const assign = { teamId: 'team-1', coordinatorId: 'ana', rule: 'manual' };
    position = (await clientOf(system.app).post(`${sensitive}/assign-referral`, assign)).body['position'];
    expect(await shownIn('ana', 'coordinator')).toBe(true);
    expect(await shownIn('ben', 'coordinator')).toBe(false);
    expect((await as('ana', 'coordinator', `${sensitive}/history`)).status).toBe(200);
    expect((await as('ana', 'coordinator', sensitive)).status).toBe(200);
    const cover = { coveringId: 'ben', coveredId: 'ana', until: '2099-01-01T00:00:00Z', surgeDeclarationId: 'surge-1' };
    const covered = await clientOf(system.app).post(`${sensitive}/cover-referral`, cover);
    position = covered.body['position'];
    expect(await shownIn('ben', 'coordinator')).toBe(true);
    expect((await as('ben', 'coordinator', sensitive)).status).toBe(200);
  });
});
