import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SilentPayers } from './testing/silent-payers';
import { until } from './testing/until';
import { yard } from './testing/yard';

const HOUR = 3_600_000;

describe('the reactor', () => {
  let here: ReturnType<typeof yard>;
  beforeEach(() => {
    here = yard('2026-03-02T09:00:00Z');
  });
  afterEach(() => here.world.stop());

  const isSet = (id: string) => until('the timer is set', async () => (await here.process(id)).includes('TimerSet'));
  const isReturned = (id: string) =>
    until('it is returned', async () => (await here.types(id)).includes('ParcelReturned'));
  const isSettled = (id: string) =>
    until('the errand is settled', async () => (await here.process(id)).includes('ErrandSettled'));

  it('fires a timer when it is due, and has done what the process decides then', async () => {
    await here.world.start();
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    await isSet('p1');
    here.world.time.pass(HOUR - 1_000);
    expect(await here.fired('p1')).toEqual([]);
    here.world.time.pass(1_000);
    await isReturned('p1');
    await isSettled('p1');
    expect(await here.process('p1')).toEqual(['TimerSet', 'TimerFired', 'ErrandGiven', 'ErrandSettled']);
    expect(await here.fired('p1')).toMatchObject([{ dueAt: '2026-03-02T10:00:00.000Z', lateBySeconds: 0 }]);
  });

  it('fires a timer once that fell due while nobody ran, and tells how late', async () => {
    await here.world.start();
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    await isSet('p1');
    await here.world.stop();
    here.world.time.pass(3 * HOUR);
    await here.world.start();
    await isReturned('p1');
    await isSettled('p1');
    await here.world.stop();
    await here.world.start();
    expect(await here.fired('p1')).toMatchObject([{ lateBySeconds: 7_200 }]);
    expect((await here.types('p1')).filter((type) => type === 'ParcelReturned')).toHaveLength(1);
  });

  it('reacts to what happened while nobody ran', async () => {
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    await here.world.start();
    await isSet('p1');
  });

  it('begins anew with a log that ends before what it remembers, as after a restore', async () => {
    const { world } = here;
    const beyond = { commit: 1_000_000n, prepare: 1_000_000n };
    await world.positions.reach(['keeping', 'asking'], beyond);
    const timers = { keep: { timerId: 'keep', dueAt: '2026-03-02T08:00:00.000Z', number: 0 } };
    const place = { process: 'keeping', instanceId: 'lost', correlationId: 'story', lastEventId: 'event-1' };
    const lost = { streamId: 'keeping-lost', tenantId: 'default', item: { ...place, timers, errands: {} } };
    world.snapshot = () => Promise.resolve({ position: beyond, items: [lost] });
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    const reactor = await world.start();
    await isSet('p1');
    expect(reactor.status().open).toEqual({ instances: 1, timers: 1, errands: 0 });
    world.time.pass(2 * HOUR);
    await isReturned('p1');
  });

  it('tells of a fact that nobody can read, and goes on', async () => {
    const foreign = { id: '00000000-0000-4000-8000-000000000001', type: 'Foreign', data: {}, metadata: {} };
    await here.world.store.append('parcel-p0', [foreign], 'no_stream');
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    const reactor = await here.world.start();
    await isSet('p1');
    expect(reactor.status().failed).toBe(1);
    expect(here.world.troubles).toEqual(['nobody can react to parcel-p0 at 0']);
  });

  it('tells of what a process has recorded and nobody can read', async () => {
    const foreign = { id: '00000000-0000-4000-8000-000000000001', type: 'Foreign', data: {}, metadata: {} };
    await here.world.start();
    await here.world.store.append('keeping-p0', [foreign], 'no_stream');
    await until('it is told', () => here.world.troubles.length > 0);
    expect(here.world.troubles).toEqual(['nobody can tell what keeping-p0 waits for at 0']);
  });

  it('fires no timer that was cleared', async () => {
    await here.world.start();
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    await isSet('p1');
    await here.fetch('p1');
    await until('it is cleared', async () => (await here.process('p1')).includes('TimerCleared'));
    await here.handIn('p2', '2026-03-02T10:30:00Z');
    await isSet('p2');
    here.world.time.pass(2 * HOUR);
    await isReturned('p2');
    expect(await here.fired('p1')).toEqual([]);
  });

  it('decides nothing twice when it has lost its positions', async () => {
    await here.world.start();
    await here.handIn('p1', '2026-03-02T10:00:00Z');
    await isSet('p1');
    await here.fetch('p1');
    await until('it is cleared', async () => (await here.process('p1')).includes('TimerCleared'));
    await here.world.stop();
    here.world.positions.forget();
    const reactor = await here.world.start();
    await until('it has read everything', () => reactor.status().position !== null && reactor.status().pending === 0);
    expect(await here.process('p1')).toEqual(['TimerSet', 'TimerCleared']);
  });

  /** An errand that nobody takes. */
  const leftErrand = async (id: string) => {
    here.world.sender.open = false;
    await here.handIn(id, '2026-03-02T09:00:00Z');
    await isSet(id);
    here.world.time.pass(1_000);
    await until('it is sent', () => here.world.sender.sent.some(({ errand }) => errand.id === id));
  };

  it('sends an errand again that was not settled before the end, under the same key', async () => {
    await here.world.start();
    await leftErrand('p1');
    await here.world.stop();
    here.world.sender.open = true;
    await here.world.start();
    await isSettled('p1');
    expect(new Set(here.world.sender.sent.map(({ errandId }) => errandId))).toEqual(new Set(['keeping-p1-1']));
    expect(await here.types('p1')).toEqual(['ParcelHandedIn', 'ParcelReturned']);
  });

  it('settles what the rules refuse', async () => {
    await here.world.start();
    await leftErrand('p1');
    await here.fetch('p1');
    here.world.sender.open = true;
    here.world.time.pass(60_000);
    await isSettled('p1');
    expect(await here.world.recorded('keeping-p1', 'ErrandSettled')).toMatchObject([
      { outcome: 'refused', code: 'NOT_KEPT' },
    ]);
  });

  it('lets an errand that nobody takes hold up no other instance', async () => {
    await here.world.start();
    here.world.sender.refuses = 'p1';
    await here.handIn('p1', '2026-03-02T09:00:00Z');
    await here.handIn('p2', '2026-03-02T09:00:00Z');
    await isSet('p2');
    here.world.time.pass(1_000);
    await isReturned('p2');
    expect(await here.types('p1')).toEqual(['ParcelHandedIn']);
  });

  it('lets questions to a payer that never answers hold up no command', async () => {
    const silence = new SilentPayers();
    here = yard('2026-03-02T09:00:00Z', silence);
    await here.world.start();
    for (let number = 0; number < 40; number += 1) await here.handIn(`asks-${number}`, '2026-03-02T09:00:00Z');
    await until('all are asked', () => silence.asked === 40);
    await here.handIn('p1', '2026-03-02T09:00:00Z');
    await isSet('p1');
    here.world.time.pass(1_000);
    await isReturned('p1');
  });
});
