import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type EventPlace,
  type FollowOptions,
  type LogMessage,
  positionKey,
  type Projection,
} from '@referral/eventsourcing';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { everything } from '@referral/conditions';
import { type Commit, FencedOff, Unstorable } from '../store/model-store';
import { dump } from '../testing/dump';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, spoiled, tally, type TallyOptions } from '../testing/tally';
import { until } from '../testing/until';
import { ask } from './ask';
import { ProjectionRunner } from './projection-runner';

const clock = () => Date.now();
const pace = { batchSize: 10, lingerMs: 1, idleMs: 5 };
const running: ProjectionRunner[] = [];

/** A store that fails where a specification says so. */
class FailingStore extends InMemoryModelStore {
  beforeCommit: (commit: Commit) => void = () => undefined;
  afterCommit: (commit: Commit) => void = () => undefined;

  override async commit(...commits: readonly Commit[]): Promise<void> {
    commits.forEach(this.beforeCommit);
    await super.commit(...commits);
    commits.forEach(this.afterCommit);
  }
}

/** A log that whoever reads on is kept waiting for, from when a specification says so. */
class SlowLog extends InMemoryLog {
  heldBack = false;
  #released: Promise<void> | null = null;

  /** What is returned lets go those that wait. */
  holdBack(): () => void {
    let letGo: () => void = () => undefined;
    this.#released = new Promise((resolve) => {
      letGo = resolve;
    });
    return letGo;
  }

  override async *follow(options: FollowOptions): AsyncIterable<LogMessage> {
    if (this.#released) {
      this.heldBack = true;
      await this.#released;
    }
    yield* super.follow(options);
  }
}

const run = (log: InMemoryLog, store: InMemoryModelStore, what: TallyOptions | Projection = {}) => {
  const runner = new ProjectionRunner({
    log,
    store,
    projections: ['evolve' in what ? what : tally(what)],
    clock,
    pace,
    takeOverAfterMs: 100,
    requestsEveryMs: 5,
  });
  running.push(runner);
  runner.start();
  return runner;
};

const current = (runner: ProjectionRunner) =>
  until('everything is in the models', async () => (await runner.status()).current);

const reached = (store: InMemoryModelStore, model: string, key: string) =>
  until(`${model} reaches ${key}`, async () => {
    const checkpoint = (await store.checkpoints()).find((one) => one.model === model);
    return (checkpoint?.position ?? '') >= key;
  });

const settled = (store: InMemoryModelStore) =>
  until('every request is settled', async () => (await store.interventions({ open: true })).length === 0);

const filled = (accounts: number, events: number): InMemoryLog => {
  const log = new InMemoryLog();
  for (let index = 0; index < events; index += 1) log.append(`account-${index % accounts}`, counted(index));
  return log;
};

const rebuiltFrom = async (log: InMemoryLog): Promise<string> => {
  const store = new InMemoryModelStore(clock);
  const runner = run(log, store);
  await current(runner);
  await runner.stop();
  return dump(store, 'tally@1');
};

describe('a projection runner', () => {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((runner) => runner.stop()));
  });

  it('brings a read model up to date and keeps it so', async () => {
    const log = filled(3, 25);
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    const last = log.append('account-0', counted(100));
    await reached(store, 'tally@1', positionKey(last));
    expect(await store.get('tally@1', 't1', '0')).toEqual({
      _id: '0',
      tenantId: 't1',
      _position: positionKey(last),
      sum: 0 + 3 + 6 + 9 + 12 + 15 + 18 + 21 + 24 + 100,
      seen: [0, 3, 6, 9, 12, 15, 18, 21, 24, 100],
    });
  });

  it('takes an event in once although the log tells it twice', async () => {
    const log = filled(3, 25);
    const once = await rebuiltFrom(log);
    log.repeat = 2;
    expect(await rebuiltFrom(log)).toBe(once);
  });

  it('takes nothing in twice when a commit happened and its answer was lost', async () => {
    const log = filled(3, 50);
    const store = new FailingStore(clock);
    let lost = 0;
    store.afterCommit = () => {
      lost += 1;
      if (lost % 2 === 1) throw new Error('connection closed');
    };
    await current(run(log, store));
    expect(await store.checkpoints()).toMatchObject([{ epoch: 1 }]);
    expect(await dump(store, 'tally@1')).toBe(await rebuiltFrom(log));
  });

  it('tries a commit again until it succeeds', async () => {
    const log = filled(3, 20);
    const store = new FailingStore(clock);
    let refusals = 3;
    store.beforeCommit = () => {
      refusals -= 1;
      if (refusals > 0) throw new Error('not primary');
    };
    await current(run(log, store));
    expect(await dump(store, 'tally@1')).toBe(await rebuiltFrom(log));
  });

  it('goes on from its checkpoint after it was killed between two batches', async () => {
    const log = filled(3, 50);
    const store = new FailingStore(clock);
    const half = positionKey({ commit: 250n, prepare: 250n });
    store.beforeCommit = ({ to }) => {
      if (to !== null && to > half) throw new Error('killed');
    };
    const first = run(log, store);
    await until('it is stuck', async () => (await first.status()).lastError?.includes('killed') ?? false);
    await first.stop();
    store.beforeCommit = () => undefined;
    await current(run(log, store));
    expect(await dump(store, 'tally@1')).toBe(await rebuiltFrom(log));
  });

  it('takes in no batch behind one that could not be written', async () => {
    const log = filled(3, 50);
    const store = new FailingStore(clock);
    const second = positionKey({ commit: 200n, prepare: 200n });
    store.beforeCommit = ({ to }) => {
      if (to === second) throw new Error('killed');
    };
    const first = run(log, store);
    await until('it is stuck', async () => (await first.status()).lastError?.includes('killed') ?? false);
    await first.stop();
    expect(await store.checkpoints()).toMatchObject([{ events: 10 }]);
    store.beforeCommit = () => undefined;
    await current(run(log, store));
    expect(await dump(store, 'tally@1')).toBe(await rebuiltFrom(log));
  });

  it('parks a poisoned event and its later ones, in order, and lets the others go on', async () => {
    const log = filled(3, 6);
    const poison = log.append('account-1', spoiled);
    log.append('account-1', counted(7));
    log.append('account-2', counted(8));
    const later = log.append('account-1', counted(9));
    const store = new InMemoryModelStore(clock);
    const runner = run(log, store);
    await current(runner);

    const parked = await store.parked('tally@1');
    expect(parked.map(({ documentId, failure }) => [documentId, failure])).toEqual([
      ['1', 'Error: spoiled'],
      ['1', null],
      ['1', null],
    ]);
    expect(parked[0]?.position).toBe(positionKey(poison));
    expect(parked[2]?.position).toBe(positionKey(later));
    expect(await store.get('tally@1', 't1', '1')).toMatchObject({ seen: [1, 4] });
    expect(await store.get('tally@1', 't1', '2')).toMatchObject({ seen: [2, 5, 8] });
  });

  it('parks later events behind the poison of an earlier run', async () => {
    const log = filled(1, 1);
    log.append('account-0', spoiled);
    const store = new InMemoryModelStore(clock);
    const first = run(log, store);
    await current(first);
    await first.stop();
    log.append('account-0', counted(5));
    await current(run(log, store));
    expect(await store.get('tally@1', 't1', '0')).toMatchObject({ seen: [0] });
    expect(await store.parked()).toHaveLength(2);
  });

  it('takes parked events in again when asked, and keeps the record of who asked and why', async () => {
    const log = filled(2, 2);
    log.append('account-1', spoiled);
    log.append('account-1', counted(7));
    let broken = true;
    const store = new InMemoryModelStore(clock);
    await current(run(log, store, { spoiled: () => broken }));
    broken = false;
    await ask(store, clock, {
      kind: 'retry',
      target: 'tally@1',
      documentId: '1',
      requestedBy: 'ana',
      reason: 'repaired',
    });
    await settled(store);

    expect(await store.parked()).toEqual([]);
    expect(await store.get('tally@1', 't1', '1')).toMatchObject({ seen: [1, 7] });
    expect(await store.interventions({ open: false })).toMatchObject([
      {
        kind: 'retry',
        requestedBy: 'ana',
        reason: 'repaired',
        state: 'done',
        outcome: '2 of 2 parked events released.',
      },
    ]);
    log.append('account-1', counted(8));
    await until('later events flow again', async () => (await store.get('tally@1', 't1', '1'))?.['sum'] === 16);
  });

  it('puts entries that come late behind all that were there, so that nobody who reads on misses them', async () => {
    const log = filled(2, 2);
    log.append('account-1', spoiled);
    log.append('account-1', counted(7));
    const last = log.append('account-0', counted(8));
    let broken = true;
    const store = new InMemoryModelStore(clock);
    await current(run(log, store, { spoiled: () => broken }));
    broken = false;
    await ask(store, clock, {
      kind: 'retry',
      target: 'tally@1',
      documentId: '1',
      requestedBy: 'ana',
      reason: 'repaired',
    });
    await settled(store);

    const late = await store.find({
      model: 'tally@1',
      part: 'entries',
      tenantId: 't1',
      filter: { path: '_position', is: 'after', value: positionKey(last) },
      sort: [{ path: '_position', order: 'ascending' }],
      limit: 10,
    });
    expect(late.map((row) => row['sum'])).toEqual([1, 8]);
  });

  it('goes on with other documents while it reads the log again for a parked one', async () => {
    const log = new SlowLog();
    for (const [index, account] of ['0', '1'].entries()) log.append(`account-${account}`, counted(index));
    log.append('account-1', spoiled);
    let broken = true;
    const store = new InMemoryModelStore(clock);
    await current(run(log, store, { spoiled: () => broken }));
    broken = false;
    const letGo = log.holdBack();
    await ask(store, clock, {
      kind: 'retry',
      target: 'tally@1',
      documentId: '1',
      requestedBy: 'ana',
      reason: 'repaired',
    });
    await until('the log is being read again', () => log.heldBack);
    const last = log.append('account-0', counted(5));
    log.append('account-1', counted(7));
    await reached(store, 'tally@1', positionKey(last));
    letGo();
    await settled(store);
    expect(await store.get('tally@1', 't1', '0')).toMatchObject({ seen: [0, 5] });
    expect(await store.get('tally@1', 't1', '1')).toMatchObject({ seen: [1, 7] });
    expect(await store.parked()).toEqual([]);
  });

  it('leaves a request to the runner that has taken the models over', async () => {
    const log = filled(1, 1);
    log.append('account-0', spoiled);
    let broken = true;
    const store = new FailingStore(clock);
    const runner = run(log, store, { spoiled: () => broken });
    await current(runner);
    broken = false;
    let fenced = false;
    store.beforeCommit = ({ model, unparks }) => {
      if (fenced || unparks.length === 0) return;
      fenced = true;
      throw new FencedOff(model);
    };
    await ask(store, clock, {
      kind: 'retry',
      target: 'tally@1',
      documentId: '0',
      requestedBy: 'ana',
      reason: 'repaired',
    });
    await settled(store);
    expect(fenced).toBe(true);
    expect(await store.interventions({ open: false })).toMatchObject([{ state: 'done' }]);
    expect(await store.parked()).toEqual([]);
  });

  it('leaves events parked that fail again', async () => {
    const log = filled(1, 1);
    log.append('account-0', spoiled);
    log.append('account-0', counted(7));
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    await ask(store, clock, { kind: 'retry', target: 'tally@1', documentId: '0', requestedBy: 'ana', reason: 'hope' });
    await settled(store);
    expect(await store.parked()).toHaveLength(2);
    expect(await store.interventions({ open: false })).toMatchObject([{ state: 'failed' }]);
  });

  it('skips a poisoned event for good and takes in those behind it', async () => {
    const log = filled(1, 1);
    log.append('account-0', spoiled);
    log.append('account-0', counted(7));
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    await ask(store, clock, { kind: 'skip', target: 'tally@1', documentId: '0', requestedBy: 'ana', reason: 'void' });
    await settled(store);
    expect(await store.parked()).toEqual([]);
    expect(await store.get('tally@1', 't1', '0')).toMatchObject({ seen: [0, 7] });
  });

  it('parks what cannot be opened and takes it in when it can', async () => {
    const log = filled(1, 1);
    const unreadable = log.appendUnreadable('account-0');
    log.append('account-0', counted(7));
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    expect(await store.parked()).toMatchObject([
      { failure: 'unreadable: not JSON', tenantId: null },
      { failure: null },
    ]);
    log.repair(unreadable, counted(3));
    await ask(store, clock, {
      kind: 'retry',
      target: 'tally@1',
      documentId: '0',
      requestedBy: 'ana',
      reason: 'repaired',
    });
    await settled(store);
    expect(await store.get('tally@1', 't1', '0')).toMatchObject({ seen: [0, 3, 7] });
  });

  it('keeps documents of single events apart when these can be opened again', async () => {
    const log = new InMemoryLog();
    const places = [log.appendUnreadable('account-0'), log.appendUnreadable('account-0')];
    const store = new InMemoryModelStore(clock);
    const projection = { ...tally(), documentId: ({ position }: EventPlace) => positionKey(position) };
    await current(run(log, store, projection));
    const ids = places.map(positionKey);
    expect((await store.parked()).map(({ documentId }) => documentId)).toEqual(ids);
    for (const [index, place] of places.entries()) log.repair(place, counted(index + 3));
    const asked = { kind: 'retry', target: 'tally@1', requestedBy: 'ana', reason: 'repaired' } as const;
    for (const documentId of ids) await ask(store, clock, { ...asked, documentId });
    await settled(store);
    expect(await Promise.all(ids.map((id) => store.get('tally@1', 't1', id)))).toMatchObject([{ sum: 3 }, { sum: 4 }]);
  });

  it('parks an event whose document the database will never take', async () => {
    const log = filled(3, 30);
    const store = new FailingStore(clock);
    store.beforeCommit = ({ puts }) => {
      if (puts.some((row) => Array.isArray(row['seen']) && row['seen'].includes(13))) throw new Unstorable('too large');
    };
    await current(run(log, store));
    expect((await store.parked()).map(({ documentId }) => documentId)).toEqual(['1', '1', '1', '1', '1', '1']);
    expect(await store.get('tally@1', 't1', '1')).toMatchObject({ seen: [1, 4, 7, 10] });
    expect(await store.get('tally@1', 't1', '2')).toMatchObject({ seen: [2, 5, 8, 11, 14, 17, 20, 23, 26, 29] });
  });

  it('refuses an event of another tenant than its document', async () => {
    const log = filled(1, 1);
    log.append('account-0', counted(7), 't2');
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    expect(await store.parked()).toMatchObject([{ tenantId: 't2', documentId: '0' }]);
    expect(await store.get('tally@1', 't1', '0')).toMatchObject({ seen: [0] });
  });

  it('hands its models to a newer runner, and takes them over when that one falls silent', async () => {
    const log = filled(3, 20);
    const store = new InMemoryModelStore(clock);
    const older = run(log, store);
    await current(older);
    const newer = run(log, store);
    await current(newer);
    log.append('account-0', counted(100));
    await until('the older one stands by', async () => (await older.status()).state === 'standby');
    await newer.stop();
    const last = log.append('account-0', counted(200));
    await reached(store, 'tally@1', positionKey(last));
    expect(await dump(store, 'tally@1')).toBe(await rebuiltFrom(log));
  });

  it('rebuilds beside the live model and switches when it has everything', async () => {
    const log = filled(3, 40);
    const store = new InMemoryModelStore(clock);
    await current(run(log, store));
    await ask(store, clock, {
      kind: 'rebuild',
      target: 'tally',
      switchWhenDone: true,
      requestedBy: 'ana',
      reason: 'drill',
    });
    await settled(store);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1.2']]));
    expect(await dump(store, 'tally@1.2')).toBe(await dump(store, 'tally@1'));
    log.append('account-0', counted(1));
    await until('the new one is kept current', async () => {
      const [row] = await store.find({
        model: 'tally@1.2',
        part: 'documents',
        tenantId: 't1',
        filter: everything,
        sort: [],
        limit: 1,
      });
      return Array.isArray(row?.['seen']) && row['seen'].at(-1) === 1;
    });
    await ask(store, clock, { kind: 'drop', target: 'tally@1', requestedBy: 'ana', reason: 'no longer needed' });
    await settled(store);
    expect((await store.checkpoints()).map(({ model }) => model)).toEqual(['tally@1.2']);
  });

  /** What somebody is told who reads entries on from a place. */
  const entriesAfter = async (store: InMemoryModelStore, model: string, place: string) => {
    const filter = { path: '_position', is: 'after', value: place } as const;
    const sort = [{ path: '_position', order: 'ascending' }] as const;
    return store.find({ model, part: 'entries', tenantId: 't1', filter, sort, limit: 100 });
  };

  it('tells those who read entries on what was parked in the version before', async () => {
    const log = filled(2, 2);
    log.append('account-1', spoiled);
    log.append('account-1', counted(7));
    const last = log.append('account-0', counted(8));
    const store = new InMemoryModelStore(clock);
    const old = run(log, store);
    await current(old);
    await old.stop();
    const place = positionKey(last);
    expect(await entriesAfter(store, 'tally@1', place)).toEqual([]);

    run(log, store, { version: 2, spoiled: () => false });
    await until('it is live', async () => (await store.aliases()).get('tally') === 'tally@2');
    const next = positionKey(log.append('account-1', counted(9)));
    await reached(store, 'tally@2', next);
    const told = await entriesAfter(store, 'tally@2', place);
    expect(told.map((row) => row['sum'])).toEqual([1, 8, 17]);
    expect(told.at(-1)?._position).toBe(next);
  });

  it('leaves an entry that came late in its place when it builds the model anew', async () => {
    const log = filled(2, 2);
    log.append('account-1', spoiled);
    log.append('account-1', counted(7));
    const last = log.append('account-0', counted(8));
    let broken = true;
    const store = new InMemoryModelStore(clock);
    await current(run(log, store, { spoiled: () => broken }));
    broken = false;
    const asked = { requestedBy: 'ana', reason: 'repaired' };
    await ask(store, clock, { kind: 'retry', target: 'tally@1', documentId: '1', ...asked });
    await settled(store);
    const before = await entriesAfter(store, 'tally@1', positionKey(last));
    expect(before).toHaveLength(2);

    await ask(store, clock, { kind: 'rebuild', target: 'tally', switchWhenDone: true, ...asked });
    await settled(store);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1.2']]));
    expect(await entriesAfter(store, 'tally@1.2', positionKey(last))).toEqual(before);
    expect(await dump(store, 'tally@1.2')).toBe(await dump(store, 'tally@1'));
  });

  it('switches to a build when it is asked, without losing what was parked', async () => {
    const log = filled(1, 1);
    log.append('account-0', spoiled);
    let broken = true;
    const store = new InMemoryModelStore(clock);
    await current(run(log, store, { spoiled: () => broken }));
    broken = false;
    const asked = { requestedBy: 'ana', reason: 'drill' };
    await ask(store, clock, { kind: 'rebuild', target: 'tally', ...asked });
    await settled(store);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1']]));
    await ask(store, clock, { kind: 'switch', target: 'tally@1.2', ...asked });
    await settled(store);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1.2']]));
    const [spoiledOne] = await entriesAfter(store, 'tally@1.2', positionKey({ commit: 20n, prepare: 20n }));
    expect(spoiledOne).toMatchObject({ sum: 0, _late: true });
  });

  it('goes on with a rebuild that was cut off', async () => {
    const log = filled(3, 40);
    const store = new FailingStore(clock);
    const first = run(log, store);
    await current(first);
    store.beforeCommit = ({ model, to }) => {
      if (model === 'tally@1.2' && to !== null && to > positionKey({ commit: 200n, prepare: 200n }))
        throw new Error('killed');
    };
    await ask(store, clock, {
      kind: 'rebuild',
      target: 'tally',
      switchWhenDone: true,
      requestedBy: 'ana',
      reason: 'drill',
    });
    await until('it is stuck', async () => (await first.status()).lastError?.includes('killed') ?? false);
    await first.stop();
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1']]));
    const begun = (await store.checkpoints()).find(({ model }) => model === 'tally@1.2');
    expect(begun?.events).toBeGreaterThan(0);

    store.beforeCommit = () => undefined;
    run(log, store);
    await settled(store);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1.2']]));
    expect(await dump(store, 'tally@1.2')).toBe(await dump(store, 'tally@1'));
  });

  it('serves the old version until the new one has everything', async () => {
    const log = filled(3, 40);
    const store = new FailingStore(clock);
    const old = run(log, store);
    await current(old);
    await old.stop();
    let held = true;
    store.beforeCommit = ({ model }) => {
      if (held && model === 'tally@2') throw new Error('held');
    };
    const next = run(log, store, { version: 2, factor: 10 });
    await until('it is being built', async () => (await next.status()).lastError?.includes('held') ?? false);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@1']]));
    held = false;
    await until('it is live', async () => (await store.aliases()).get('tally') === 'tally@2');
    expect(await store.get('tally@2', 't1', '0')).toMatchObject({ sum: 2_730 });
  });

  it('refuses to go back to a version that this program does not keep, and says so', async () => {
    const log = filled(3, 40);
    const store = new InMemoryModelStore(clock);
    const old = run(log, store);
    await current(old);
    await old.stop();
    run(log, store, { version: 2 });
    await until('it is live', async () => (await store.aliases()).get('tally') === 'tally@2');
    await ask(store, clock, { kind: 'switch', target: 'tally@1', requestedBy: 'ana', reason: 'version 2 is wrong' });
    await settled(store);
    expect(await store.interventions({ open: false })).toMatchObject([
      {
        state: 'failed',
        outcome: 'Error: This program keeps version 2 of tally. Run one that keeps version 1.',
      },
    ]);
    expect(await store.aliases()).toEqual(new Map([['tally', 'tally@2']]));
  });

  it('does not touch a model that tells of events that the log does not have', async () => {
    const store = new InMemoryModelStore(clock);
    const first = run(filled(3, 40), store);
    await current(first);
    await first.stop();
    const before = await dump(store, 'tally@1');
    const runner = run(filled(3, 10), store);
    await until('it is said', async () => (await runner.status()).models.some(({ state }) => state === 'aheadOfLog'));
    expect((await runner.status()).current).toBe(false);
    expect(await dump(store, 'tally@1')).toBe(before);
    await ask(store, clock, {
      kind: 'rebuild',
      target: 'tally',
      switchWhenDone: true,
      requestedBy: 'ana',
      reason: 'restored',
    });
    await settled(store);
    await current(runner);
    expect(await dump(store, 'tally@1.2')).toBe(await rebuiltFrom(filled(3, 10)));
  });
});
