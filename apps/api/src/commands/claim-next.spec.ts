import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandRunner, UniqueNames } from '@referral/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../serve';
import { type Answer, clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

const route = '/worklists/unacknowledged/claim-next';

describe('claiming the next referral of a queue', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let latest: unknown;

  beforeEach(async () => {
    system = await systemInMemory();
  });
  afterEach(() => system.stop());

  const post = async (path: string, body: object, headers = {}): Promise<Answer> => {
    const answer = await clientOf(system.app).post(path, body, headers);
    latest = answer.body['position'] ?? latest;
    return answer;
  };
  const received = async (more: object = {}): Promise<string> =>
    String((await post('/referrals', receiveBody([], more))).body['referralId']);
  const several = async (count: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    while (ids.length < count) ids.push(await received());
    return ids;
  };
  const shown = () => clientOf(system.app).get(`/api/v1/worklists/unacknowledged?atLeast=${String(latest)}&limit=200`);
  const claim = (userId: string, headers = {}, app: NestFastifyApplication = system.app) =>
    clientOf(app).post(route, {}, { 'x-user-id': userId, 'x-roles': 'coordinator', ...headers });
  const idsOf = (answers: readonly Answer[]) => answers.map(({ body }) => body['referralId']);
  const ownerOf = async (referralId: unknown): Promise<unknown> => {
    const { body } = await clientOf(system.app).get(`/api/v1/referrals/${String(referralId)}/history`);
    return (body['state'] as { facets: { assignment: { coordinatorId: unknown } } }).facets.assignment.coordinatorId;
  };
  const key = { 'idempotency-key': 'claim-1' };

  it('gives the first in the order of the queue, and the same again to the same key', async () => {
    const routine = await received();
    const urgent = await received({ claimedUrgency: 'urgent' });
    await shown();
    const first = await claim('ana', key);
    expect(first).toMatchObject({ status: 200, body: { referralId: urgent, revision: 2 }, headers: { etag: '"2"' } });
    expect(await ownerOf(urgent)).toBe('ana');
    expect((await claim('ana', key)).body).toEqual(first.body);
    expect((await claim('ana')).body).toMatchObject({ referralId: routine });
    expect((await claim('ana', key)).body).toEqual(first.body);
    expect(await claim('ben', key)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('gives each of many who ask at once another one, and every one of them', async () => {
    const standing = await several(20);
    await shown();
    const { store, codec } = system.parts;
    const second = await createApi({ ...system.parts, runner: new CommandRunner({ store, codec }) });
    await second.init();
    const apps = [system.app, second];
    const answers = await Promise.all(
      standing.map((_, index) => claim(`user-${index % 7}`, {}, apps[index % 2] ?? system.app)),
    );
    expect(answers.map(({ status }) => status)).toEqual(standing.map(() => 200));
    expect([...idsOf(answers)].sort()).toEqual([...standing].sort());
    for (const [index, { body }] of answers.entries())
      expect(await ownerOf(body['referralId'])).toBe(`user-${index % 7}`);
    expect(await claim('ana')).toMatchObject({ status: 404, body: { code: 'NOTHING_TO_CLAIM' } });
    await second.close();
  });

  it('gives one to a key that is asked under twice at once', async () => {
    await several(3);
    await shown();
    const twins = await Promise.all([claim('ana', key), claim('ana', key), claim('ana', key)]);
    expect(new Set(idsOf(twins)).size).toBe(1);
    expect((await claim('ben')).body['referralId']).not.toBe(idsOf(twins)[0]);
  });

  it('gives what the key stood for before a crash, unless somebody else has it by now', async () => {
    const [, other] = await several(3);
    await shown();
    await broken('claim-1', other);
    expect((await claim('ana', key)).body).toMatchObject({ referralId: other });
    const lost = (await claim('ben')).body['referralId'];
    await broken('claim-2', String(lost));
    const next = (await claim('ana', { 'idempotency-key': 'claim-2' })).body;
    expect([lost, other]).not.toContain(next['referralId']);
    expect((await claim('ana', { 'idempotency-key': 'claim-2' })).body).toEqual(next);
  });

  it('passes over what somebody has taken and the queue still shows', async () => {
    const [first = '', second] = await several(2);
    await shown();
    await system.stopReading();
    await post(`/referrals/${first}/claim-referral`, { coordinatorId: 'ben' });
    expect((await claim('ana')).body).toMatchObject({ referralId: second });
    // What is the caller's already by another claim is not given to it as a next one.
    expect(await claim('ben')).toMatchObject({ status: 404, body: { code: 'NOTHING_TO_CLAIM' } });
  });

  it('gives nothing of another team, and what no team has', async () => {
    const [north = '', south = '', nobodys = ''] = await several(3);
    for (const [referralId, teamId] of [
      [north, 'north'],
      [south, 'south'],
    ])
      await post(`/referrals/${String(referralId)}/assign-referral`, { teamId, rule: 'manual' });
    await shown();
    const of = (teams: string) => ({ 'x-team': teams });
    const both = [await claim('ana', of('west, south')), await claim('ana', of('west, south'))];
    expect([...idsOf(both)].sort()).toEqual([south, nobodys].sort());
    expect(await claim('ana', of('west,south'))).toMatchObject({ status: 404 });
    expect((await claim('ben', of('north'))).body).toMatchObject({ referralId: north });
  });

  it('is for coordinators who work in the queue, and in queues of referrals', async () => {
    await received();
    await shown();
    for (const roles of ['lead', 'compliance', 'auth_specialist'])
      expect((await claim('ana', { 'x-roles': roles })).status).toBe(403);
    const at = (slug: string, body: object = {}) => post(`/worklists/${slug}/claim-next`, body);
    expect(await at('complaints')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await at('no-such-queue')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await at('unacknowledged', { coordinatorId: 'ben' })).toMatchObject({ status: 400 });
    expect((await claim('ana', { 'if-match': '"1"' })).status).toBe(400);
    const { statusCode } = await system.app.inject({ method: 'POST', url: `/api/v1${route}` });
    expect(statusCode).toBe(200);
  });

  /** What a claim leaves that breaks off before it takes effect. */
  const broken = (value: string, owner = ''): Promise<string> =>
    new UniqueNames(system.parts.store, { category: 'claimkey', eventType: 'ClaimKeyBound' }).reserve({
      system: 'Q04',
      value,
      owner,
      envelope: {
        tenantId: 'default',
        recordedAt: '2026-03-02T09:00:00.000Z',
        actor: { userId: 'ana', kind: 'human', roles: ['coordinator'] },
        source: { channel: 'api' },
        commandId: value,
        commandType: 'ClaimNext',
        commandHash: '',
        correlationId: value,
        causationId: value,
      },
    });
});
