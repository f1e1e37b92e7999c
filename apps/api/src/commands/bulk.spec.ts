import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InMemoryEventStore, StoreUnavailable } from '@referral/event-store';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

/** A log that takes so many more appends before it cannot be reached. */
class PassingStore extends InMemoryEventStore {
  reachable = Infinity;
  refused = 0;

  override append(...args: Parameters<InMemoryEventStore['append']>): ReturnType<InMemoryEventStore['append']> {
    this.reachable -= 1;
    if (this.reachable >= 0) return super.append(...args);
    this.refused += 1;
    throw new StoreUnavailable('no answer');
  }
}

describe('one command for many referrals', () => {
  let app: NestFastifyApplication;
  let store: PassingStore;

  beforeEach(async () => {
    store = new PassingStore();
    app = await createApi(partsInMemory({ store }));
    await app.init();
  });
  afterEach(() => app.close());

  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    clientOf(app).post(path, body, headers);
  const received = async () => String((await post('/referrals', receiveBody())).body['referralId']);
  const claim = (coordinatorId: string, ...ids: readonly string[]) => ({
    command: 'ClaimReferral',
    rows: ids.map((id) => ({ id, body: { coordinatorId } })),
  });

  it('is done for each of them', async () => {
    const ids = [await received(), await received()];
    expect(await post('/referrals/bulk', claim('ana', ...ids))).toMatchObject({
      status: 200,
      body: {
        command: 'ClaimReferral',
        done: 2,
        refused: 0,
        results: ids.map((id) => ({ id, status: 200, revision: 2 })),
      },
    });
  });

  it('is done for the others when it is refused for one, and says what was wrong with that', async () => {
    const [first, second] = [await received(), await received()];
    const strange = '00000000-0000-4000-8000-000000000000';
    await post(`/referrals/${second}/claim-referral`, { coordinatorId: 'ben' });
    const last = await received();
    const answer = await post('/referrals/bulk', claim('ana', first, second, strange, last));
    expect(answer).toMatchObject({
      status: 207,
      body: {
        done: 2,
        refused: 2,
        results: [
          { id: first, status: 200 },
          {
            id: second,
            status: 409,
            problem: { code: 'ALREADY_CLAIMED', instance: `/api/v1/referrals/${second}/claim-referral` },
          },
          { id: strange, status: 404, problem: { code: 'REFERRAL_NOT_FOUND' } },
          { id: last, status: 200 },
        ],
      },
    });
  });

  it('holds each row to the revision that it names, and to the shape of the command', async () => {
    const [first, second, third] = [await received(), await received(), await received()];
    const rows = [
      { id: first, expectedRevision: 1, body: { coordinatorId: 'ana' } },
      { id: second, expectedRevision: 0, body: { coordinatorId: 'ana' } },
      { id: third, body: { coordinatorId: 7 } },
    ];
    expect((await post('/referrals/bulk', { command: 'ClaimReferral', rows })).body['results']).toMatchObject([
      { status: 200 },
      { status: 412, problem: { code: 'REVISION_MISMATCH', currentRevision: '1' } },
      { status: 400, problem: { code: 'VALIDATION_FAILED' } },
    ]);
  });

  it('takes effect once under its key, and does what is left when more can be done', async () => {
    const [first, second] = [await received(), await received()];
    await post(`/referrals/${second}/claim-referral`, { coordinatorId: 'ben' });
    const ask = () => post('/referrals/bulk', claim('ana', first, second), { 'idempotency-key': 'bulk-1' });
    const before = await ask();
    expect((await ask()).body).toEqual({ ...before.body, results: expect.anything() });
    await post(`/referrals/${second}/release-referral`, { reason: { code: 'absence' } });
    const after = await ask();
    expect(after).toMatchObject({ status: 200, headers: { 'idempotency-key': 'bulk-1' } });
    const results = (answer: typeof after) => answer.body['results'] as readonly object[];
    expect(results(after)[0]).toEqual(results(before)[0]);
  });

  it('asks of every caller what the command asks', async () => {
    const ids = [await received()];
    const answer = await post('/referrals/bulk', claim('ana', ...ids), { 'x-roles': 'intake' });
    expect(answer.body['results']).toMatchObject([{ status: 403, problem: { code: 'ROLE_NOT_PERMITTED' } }]);
  });

  it('is not tried any further once the log cannot be reached, and is done under the same key afterwards', async () => {
    const ids = [await received(), await received(), await received()];
    const ask = () => post('/referrals/bulk', claim('ana', ...ids), { 'idempotency-key': 'bulk-2' });
    store.reachable = 1;
    expect((await ask()).body['results']).toMatchObject([
      { status: 200 },
      { status: 503, problem: { code: 'STORE_UNAVAILABLE' } },
      { status: 503, problem: { code: 'STORE_UNAVAILABLE' } },
    ]);
    expect(store.refused).toBe(1);
    store.reachable = Infinity;
    expect(await ask()).toMatchObject({ status: 200, body: { done: 3 } });
  });

  it('is refused as a whole when it cannot be understood', async () => {
    const row = { id: '00000000-0000-4000-8000-000000000000', body: {} };
    const wrong: readonly object[] = [
      {},
      { command: 'ClaimReferral', rows: [] },
      { command: 'ClaimReferral', rows: Array.from({ length: 101 }, () => row) },
      { command: 'ReceiveReferral', rows: [row] },
      { command: 'ClaimReferral', rows: [{ ...row, more: 1 }] },
      { command: 'ClaimReferral', rows: [{ ...row, body: [] }] },
      { command: 'ClaimReferral', rows: [{ ...row, expectedRevision: -1 }] },
      { command: 'ClaimReferral', rows: [null] },
    ];
    for (const body of wrong)
      expect(await post('/referrals/bulk', body)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    const usable = { command: 'ClaimReferral', rows: [row] };
    for (const headers of [{ 'if-match': '"1"' }, { 'idempotency-key': 'k'.repeat(126) }])
      expect(await post('/referrals/bulk', usable, headers)).toMatchObject({ status: 400 });
  });
});
