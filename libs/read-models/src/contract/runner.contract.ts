import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
import { StoredReadModels } from '../query/stored-read-models';
import { ask } from '../runner/ask';
import { ProjectionRunner } from '../runner/projection-runner';
import type { ModelStore } from '../store/model-store';
import { dump } from '../testing/dump';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, spoiled, tally } from '../testing/tally';
import { until } from '../testing/until';
import type { StoreUnderTest } from './store-under-test';

const clock = () => Date.now();

/** What a runner does with every store, briefly; the rest is specified with the runner itself. */
export const runnerContract = (under: StoreUnderTest): void => {
  describe(`a runner on ${under.name}`, () => {
    const running: ProjectionRunner[] = [];

    const run = (log: InMemoryLog, store: ModelStore, isSpoiled = () => true) => {
      const pace = { batchSize: 50, lingerMs: 1, idleMs: 20 };
      const projections = [tally({ spoiled: isSpoiled })];
      const runner = new ProjectionRunner({
        log,
        store,
        projections,
        clock,
        pace,
        requestsEveryMs: 20,
        takeOverAfterMs: 200,
      });
      running.push(runner);
      runner.start();
      return runner;
    };

    const current = (runner: ProjectionRunner) =>
      until('everything is in the models', async () => (await runner.status()).current);

    const filled = (): InMemoryLog => {
      const log = new InMemoryLog();
      for (let index = 0; index < 300; index += 1) log.append(`account-${index % 17}`, counted(index));
      return log;
    };

    afterEach(async () => {
      await Promise.all(running.splice(0).map((runner) => runner.stop()));
    });

    afterAll(() => under.close());

    it('builds what a rebuild builds, and shows each event once it has seen it', async () => {
      const log = filled();
      log.repeat = 2;
      const store = await under.empty();
      await current(run(log, store));
      const readModels = new StoredReadModels(store, { cursorKey: Buffer.alloc(32, 1) });
      const last = log.append('account-3', counted(1_000));
      expect(await readModels.waitFor('tally', last, 5_000)).toBe(true);
      expect(await readModels.get('tally', 't1', '3')).toMatchObject({ _position: positionKey(last) });

      await ask(store, clock, {
        kind: 'rebuild',
        target: 'tally',
        switchWhenDone: true,
        requestedBy: 'ana',
        reason: 'drill',
      });
      await until('it is live', async () => (await store.aliases()).get('tally') === 'tally@1.2');
      expect(await dump(store, 'tally@1.2')).toBe(await dump(store, 'tally@1'));
    });

    it('lets one of two runners write, and loses nothing when they change over', async () => {
      const log = filled();
      const store = await under.empty();
      const older = run(log, store);
      const newer = run(log, store);
      await until(
        'one of them is current',
        async () => (await older.status()).current || (await newer.status()).current,
      );
      const last = log.append('account-3', counted(1_000));
      await until('it has the last event', async () =>
        (await store.checkpoints()).some(({ position }) => position === positionKey(last)),
      );
      const other = await under.empty();
      await current(run(log, other));
      expect(await dump(store, 'tally@1')).toBe(await dump(other, 'tally@1'));
    });

    it('parks what fails and takes it in again when asked', async () => {
      const log = filled();
      log.append('account-3', spoiled);
      log.append('account-3', counted(7));
      const store = await under.empty();
      let broken = true;
      await current(run(log, store, () => broken));
      expect(await store.parked('tally@1')).toHaveLength(2);
      broken = false;
      await ask(store, clock, {
        kind: 'retry',
        target: 'tally@1',
        documentId: '3',
        requestedBy: 'ana',
        reason: 'repaired',
      });
      await until('it is settled', async () => (await store.interventions({ open: true })).length === 0);
      expect(await store.parked('tally@1')).toEqual([]);
      expect((await store.get('tally@1', 't1', '3'))?.['seen']).toContain(7);
    });
  });
};
