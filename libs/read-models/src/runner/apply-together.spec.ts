import { describe, expect, it } from '@jest/globals';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { type Commit, type Row, Unstorable } from '../store/model-store';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, tally } from '../testing/tally';
import { applyTogether } from './apply-together';
import { deliver, type Delivery } from './delivery';
import { ModelWriter } from './model-writer';

const projections = ['first', 'second', 'third'].map((name) => ({ ...tally(), name }));

/** A store that never takes some rows, and that cannot be read while a specification says so. */
class FailingStore extends InMemoryModelStore {
  refuses: (row: Row) => boolean = () => false;
  beforeLoad: (model: string) => void = () => undefined;

  override async load(model: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    this.beforeLoad(model);
    return super.load(model, ids);
  }

  override async commit(...commits: readonly Commit[]): Promise<void> {
    const rows = commits.flatMap(({ additions = [], puts }) => [...additions, ...puts]);
    if (rows.some((row) => this.refuses(row))) throw new Unstorable('too large');
    await super.commit(...commits);
  }
}

/** A log of numbers, and writers of three models that follow it. */
const writersOf = async (numbers: readonly number[]) => {
  const log = new InMemoryLog();
  for (const number of numbers) log.append(`account-${number % 2 === 0 ? 'even' : 'odd'}`, counted(number));
  const store = new FailingStore(() => 0);
  const stop = new AbortController();
  const around = { store, log, clock: () => 0, lateAt: () => '', signal: stop.signal, onRetry: () => undefined };
  const writers: ModelWriter[] = [];
  for (const projection of projections) {
    await store.create(`${projection.name}@1.1`);
    writers.push(await ModelWriter.open(projection, `${projection.name}@1.1`, 'o1', around));
  }
  const deliveries: Delivery[] = [];
  for await (const message of log.follow({ after: null, categories: ['account'], signal: stop.signal })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'event') deliveries.push(deliver(message));
  }
  return { around, store, writers, deliveries, stop };
};

describe('a batch that is taken into several models together', () => {
  it('comes before what each of them is given after it, also while it is being written', async () => {
    const { around, store, writers, deliveries } = await writersOf([1, 3, 5]);
    const [one, two, three] = deliveries;
    if (!one || !two || !three) throw new Error('There are three.');
    const first = applyTogether(around, writers, [one], one.key);
    const second = writers.map((writer) => writer.apply([two], two.key));
    const third = applyTogether(around, writers, [three], three.key);
    await Promise.all([first, ...second, third]);
    for (const { name } of projections)
      expect(await store.get(`${name}@1.1`, 't1', 'odd')).toMatchObject({ seen: [1, 3, 5] });
  });

  it('is left out for no model when one of its documents cannot be stored, although the next batch waits', async () => {
    const { around, store, writers, deliveries } = await writersOf([1, 2, 3]);
    const [one, two, three] = deliveries;
    if (!one || !two || !three) throw new Error('There are three.');
    store.refuses = ({ _id, ...row }) => _id === 'odd' && JSON.stringify(row['seen']) === '[1]';
    const first = applyTogether(around, writers, [one, two], two.key);
    const second = applyTogether(around, writers, [three], three.key);
    await Promise.all([first, second]);
    await Promise.all(writers.map((writer) => writer.flush()));
    for (const { name } of projections) {
      expect(await store.get(`${name}@1.1`, 't1', 'even')).toMatchObject({ seen: [2] });
      expect((await store.parked(`${name}@1.1`)).map(({ position }) => position)).toEqual([one.key, three.key]);
    }
  });

  it('is followed by no other when it ends unwritten because nobody wants it any more', async () => {
    const { around, store, writers, deliveries, stop } = await writersOf([1, 2, 3]);
    const [one, two, three] = deliveries;
    if (!one || !two || !three) throw new Error('There are three.');
    let away = true;
    store.beforeLoad = () => {
      if (!away) return;
      away = false;
      stop.abort();
      throw new Error('away');
    };
    const first = applyTogether(around, writers, [one, two], two.key);
    const second = applyTogether(around, writers, [three], three.key);
    const ends = await Promise.allSettled([first, second]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await store.checkpoints()).map(({ position }) => position)).toEqual([null, null, null]);
  });
});
