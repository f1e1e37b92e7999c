import { beforeEach, describe, expect, it } from '@jest/globals';
import { collect } from '../testing/collect';
import { issuedIn } from '../testing/case-file';
import { UnreliableStore } from '../testing/unreliable-store';
import { verifyLog } from '../verification/verify-log';
import { AccessLog, type Access } from './access-log';

let store: UnreliableStore;
beforeEach(() => {
  store = new UnreliableStore();
});

const read = (referralId: string, occurredAt = '2026-03-02T09:00:00.000Z', tenantId = 'clinic'): Access => ({
  type: 'ReferralHistoryRead',
  tenantId,
  actor: issuedIn(tenantId).actor,
  referralId,
  occurredAt,
  correlationId: 'request-1',
  purposeOfUse: 'TREAT',
});

describe('The access log', () => {
  it('says who looked at what, why and when, in a stream for each tenant and day', async () => {
    const log = new AccessLog(store);
    await log.record(read('1'));
    await log.record(read('2', '2026-03-03T00:00:00.000Z'));
    await log.record(read('3', undefined, 'other'));
    const events = await collect(store.readAll());
    expect(events.map(({ streamId }) => streamId)).toEqual([
      'access-clinic-20260302',
      'access-clinic-20260303',
      'access-other-20260302',
    ]);
    expect(events[0]).toMatchObject({
      type: 'ReferralHistoryRead',
      data: { referralId: '1' },
      metadata: { actor: { userId: 'coordinator-1' }, purposeOfUse: 'TREAT', occurredAt: '2026-03-02T09:00:00.000Z' },
    });
  });

  it('records each of many readings at the same time once, together, and chained', async () => {
    const log = new AccessLog(store);
    await Promise.all(Array.from({ length: 500 }, (_, index) => log.record(read(String(index)))));
    const events = await collect(store.readAll());
    expect(new Set(events.map(({ data }) => (data as { referralId: string }).referralId)).size).toBe(500);
    expect(store.appends).toBeLessThanOrEqual(4);
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 500 });
  });

  it('is kept whole by several processes that write at the same time', async () => {
    const logs = Array.from({ length: 4 }, () => new AccessLog(store));
    for (let turn = 0; turn < 5; turn += 1) await Promise.all(logs.map((log) => log.record(read('1'))));
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 20 });
  });

  it('says so when a reading could not be recorded, so that nothing is shown', async () => {
    const log = new AccessLog(store);
    store.accidents.push('never written');
    await expect(log.record(read('1'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await log.record(read('2'));
    expect(await collect(store.readAll())).toHaveLength(1);
  });

  it('goes on with the chain behind a record whose answer was lost', async () => {
    const log = new AccessLog(store);
    store.accidents.push('written, answer lost');
    await expect(log.record(read('1'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await log.record(read('2'));
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 2 });
  });
});
