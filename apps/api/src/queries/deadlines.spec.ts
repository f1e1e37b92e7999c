import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

const hours = (amount: number) => ({ amount, unit: 'hours' });
const acknowledge = (routine: number) => ({
  clock: 'K1',
  allowed: { stat: hours(1), urgent: hours(1), expedited: hours(1), routine: hours(routine) },
});

describe('the deadlines of a referral', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let api: ReturnType<typeof clientOf>;
  const admin = { 'x-roles': 'admin' };

  beforeAll(async () => {
    system = await systemInMemory();
    api = clientOf(system.app);
  });
  afterAll(() => system.stop());

  const receive = async () => (await api.post('/referrals', receiveBody())).body;
  const deadlines = async (referralId: unknown, query = '') =>
    api.get(`/api/v1/referrals/${String(referralId)}/deadlines${query}`);

  it('are explained by what the site has published when its clocks start, in the queue and from the log alike', async () => {
    const before = await receive();
    const { body: policy } = await api.post(
      '/sla-policies',
      { calendarId: 'calendar-1', clocks: [acknowledge(3)] },
      admin,
    );
    const policyId = policy['policyId'];
    const after = await receive();
    const rows = (await api.get(`/api/v1/worklists/unacknowledged?atLeast=${String(after['position'])}`)).body;
    const boundBy = async ({ referralId }: typeof after) => {
      const { body } = await deadlines(referralId);
      const [explained] = body['items'] as readonly Record<string, unknown>[];
      const row = (rows['items'] as readonly Record<string, unknown>[]).find((one) => one['referralId'] === referralId);
      expect(row?.['deadlines']).toContainEqual(
        expect.objectContaining({ clock: 'K1', policyId: explained?.['policyId'], dueAt: explained?.['dueAt'] }),
      );
      expect(row).not.toHaveProperty('ledger');
      return explained;
    };
    expect(await boundBy(before)).toMatchObject({ clock: 'K1', policyId: 'default', policyVersion: 1 });
    const told = await boundBy(after);
    expect(told).toMatchObject({
      clock: 'K1',
      cycle: 1,
      start: { type: 'ReferralReceived' },
      stop: null,
      policyId,
      policyVersion: 1,
      allowed: { amount: 3, unit: 'hours' },
      pauses: [],
      breached: false,
      outcomes: [],
    });
    const { at } = told?.['start'] as { readonly at: string };
    expect(told?.['dueAt']).toBe(new Date(Date.parse(at) + 3 * 3_600_000).toISOString());
  });

  it('are told as they were at an instant, and as they will be', async () => {
    const { referralId } = await receive();
    const stopped = await api.post(`/referrals/${String(referralId)}/start-triage`, {
      reviewerId: 'reviewer-1',
      override: { approvedBy: 'lead-1', reason: { code: 'urgent' } },
    });
    expect(stopped.status).toBe(200);
    const { body } = await deadlines(referralId);
    expect(body['items']).toMatchObject([
      { clock: 'K1', stop: { type: 'TriageStarted', answers: true } },
      { clock: 'K9', stop: null, breached: false },
      { clock: 'K2', stop: null },
    ]);
    const tomorrow = new Date(Date.now() + 400 * 86_400_000).toISOString();
    expect((await deadlines(referralId, `?asOf=${tomorrow}`)).body['items']).toMatchObject([
      { breached: false },
      { clock: 'K9', breached: true },
      { clock: 'K2', breached: true },
    ]);
    expect((await deadlines(referralId, '?asOf=2020-01-01T00:00:00Z')).body['items']).toEqual([]);
  });

  it('are nobody’s of a referral that does not exist, and bad questions are told', async () => {
    expect(await deadlines(randomUUID())).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
    const { referralId } = await receive();
    for (const query of ['?asOf=soon', '?time=sometimes', '?clock=K1'])
      expect(await deadlines(referralId, query)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    const analyst = { 'x-roles': 'analyst' };
    expect(await api.get(`/api/v1/referrals/${String(referralId)}/deadlines`, analyst)).toMatchObject({ status: 403 });
  });
});
