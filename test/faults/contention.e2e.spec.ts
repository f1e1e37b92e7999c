import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, EventStoreDb, type Reservation, UniqueNames } from '@referral/event-store';
import { inDays, note, referralBody } from '../support/bodies';
import { type Answer, type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { startSystem, type System } from '../support/system';

describe('many at once on one referral', () => {
  let system: System;
  let api: Client;
  let log: RawLog;

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
    log = rawLog(system.eventStoreUrl);
  });
  afterAll(async () => {
    await log.close();
    await system.dispose();
  });

  const received = async (): Promise<string> => {
    const { body } = await api.post('/referrals', referralBody());
    return String(body.referralId);
  };
  const times = (count: number, send: (index: number) => Promise<Answer>): Promise<readonly Answer[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => send(index)));
  const counted = (answers: readonly Answer[]): Readonly<Record<number, number>> =>
    answers.reduce<Record<number, number>>((so, { status }) => ({ ...so, [status]: (so[status] ?? 0) + 1 }), {});

  it('lets 64 writers who saw nothing each have a revision of their own', async () => {
    const referralId = await received();
    const answers = await times(64, (index) => api.post(`/referrals/${referralId}/add-note`, note(`note ${index}`)));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(won.length).toBeGreaterThan(0);
    for (const { status, body } of lost) expect({ status, code: body.code }).toEqual(revisionMismatch);
    const revisions = won.map(({ body }) => Number(body.revision)).sort((left, right) => left - right);
    expect(revisions).toEqual(won.map((_, index) => index + 2));
    const events = await log.stream(`referral-${referralId}`);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    expect(events).toHaveLength(2 + won.length);
  });

  it('lets one of 64 writers who saw the same revision win, and tells the others the current one', async () => {
    const referralId = await received();
    const answers = await times(64, (index) =>
      api.post(`/referrals/${referralId}/add-note`, note(`note ${index}`), { 'if-match': '"1"' }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 412: 63 });
    const lost = answers.filter(({ status }) => status === 412);
    for (const { headers, body } of lost) {
      expect(headers.get('etag')).toBe('"2"');
      expect(body).toMatchObject({ code: 'REVISION_MISMATCH', currentRevision: '2' });
    }
    expect(await log.stream(`referral-${referralId}`)).toHaveLength(3);
  });

  it('acts once on 100 requests with one key, and answers all of them the same', async () => {
    const referralId = await received();
    const key = { 'idempotency-key': randomUUID() };
    const body = note('once');
    const answers = await times(100, () => api.post(`/referrals/${referralId}/add-note`, body, key));
    for (const { status, body: told, headers } of answers)
      expect({ status, told, etag: headers.get('etag') }).toEqual({
        status: 200,
        told: answers[0]?.body,
        etag: '"2"',
      });
    expect(await log.stream(`referral-${referralId}`)).toHaveLength(3);
    const other = await api.post(`/referrals/${referralId}/add-note`, note('other'), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await log.stream(`referral-${referralId}`)).toHaveLength(3);
  });

  it('receives one referral from 100 requests with one key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = referralBody();
    const answers = await times(100, () => api.post('/referrals', body, key));
    for (const { status, body: told } of answers)
      expect({ status, told }).toEqual({ status: 201, told: answers[0]?.body });
    const { referralId } = answers[0]?.body;
    expect((await log.stream(`referral-${String(referralId)}`)).map(({ type }) => type)).toEqual([
      'ReferralReceived',
      'ReferralCompletenessReached',
    ]);
    const other = await api.post('/referrals', referralBody(), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('receives one referral from 20 orders with one external id, and names it to the others', async () => {
    const body = referralBody({ externalIds: [{ system: 'urn:orders', value: randomUUID() }] });
    const keys = Array.from({ length: 20 }, () => randomUUID());
    const send = (index: number) => api.post('/referrals', body, { 'idempotency-key': keys[index] ?? '' });
    const answers = await times(20, send);
    expect(counted(answers)).toEqual({ 201: 1, 409: 19 });
    const referralId = answers.find(({ status }) => status === 201)?.body.referralId;
    for (const { body: told } of answers.filter(({ status }) => status === 409))
      expect(told).toMatchObject({ code: 'DUPLICATE_EXTERNAL_ID', referralId });
    expect((await times(20, send)).map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
  });

  it('gives an order that was cut off after it reserved its external id to whoever completes it, and to nobody else', async () => {
    const [system, value] = ['urn:orders', randomUUID()];
    const [first, second] = [{ 'idempotency-key': randomUUID() }, { 'idempotency-key': randomUUID() }];
    const body = referralBody({ externalIds: [{ system, value }] });
    const owner = derivedId('default', first['idempotency-key'], 'referralId');
    await reserve({ system, value, owner });
    const completed = await api.post('/referrals', body, second);
    expect(completed).toMatchObject({ status: 201, body: { referralId: owner } });
    const late = await api.post('/referrals', body, first);
    expect(late).toMatchObject({ status: 409, body: { code: 'DUPLICATE_EXTERNAL_ID', referralId: owner } });
    expect((await api.post('/referrals', body, second)).body).toEqual(completed.body);
  });

  /** What an API that was killed before it could receive the referral leaves behind. */
  const reserve = async (name: Pick<Reservation, 'system' | 'value' | 'owner'>): Promise<void> => {
    const store = new EventStoreDb(system.eventStoreUrl);
    await new UniqueNames(store).reserve({ ...name, envelope: envelope() });
    await store.close();
  };

  const envelope = (): Reservation['envelope'] => ({
    tenantId: 'default',
    recordedAt: inDays(0),
    actor: { userId: 'local', kind: 'human', roles: ['intake'], team: 'default' },
    source: { channel: 'api' },
    commandId: randomUUID(),
    commandType: 'ReceiveReferral',
    commandHash: '',
    correlationId: randomUUID(),
    causationId: randomUUID(),
  });

  const revisionMismatch = { status: 412, code: 'REVISION_MISMATCH' };
});
