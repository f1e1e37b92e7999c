import { describe, expect, it } from '@jest/globals';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, tally } from '../testing/tally';
import { applyTogether } from './apply-together';
import { deliver, type Delivery } from './delivery';
import { ModelWriter } from './model-writer';

const projections = ['first', 'second', 'third'].map((name) => ({ ...tally(), name }));

/** A log of numbers, and writers of three models that follow it. */
const writersOf = async (numbers: readonly number[]) => {
  const log = new InMemoryLog();
  for (const number of numbers) log.append('account-a', counted(number));
  const store = new InMemoryModelStore(() => 0);
  const around = { store, log, clock: () => 0, signal: new AbortController().signal, onRetry: () => undefined };
  const writers: ModelWriter[] = [];
  for (const projection of projections) {
    await store.create(`${projection.name}@1.1`);
    writers.push(await ModelWriter.open(projection, `${projection.name}@1.1`, 'o1', around));
  }
  const deliveries: Delivery[] = [];
  for await (const message of log.follow({ after: null, categories: ['account'], signal: around.signal })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'event') deliveries.push(deliver(message));
  }
  return { around, store, writers, deliveries };
};

describe('a batch that is taken into several models together', () => {
  it('comes before what each of them is given after it, also while it is being written', async () => {
    const { around, store, writers, deliveries } = await writersOf([1, 2, 3]);
    const [one, two, three] = deliveries;
    if (!one || !two || !three) throw new Error('There are three.');
    const first = applyTogether(around, writers, [one], one.key);
    const second = writers.map((writer) => writer.apply([two], two.key));
    const third = applyTogether(around, writers, [three], three.key);
    await Promise.all([first, ...second, third]);
    for (const { name } of projections)
      expect(await store.get(`${name}@1.1`, 't1', 'a')).toMatchObject({ seen: [1, 2, 3] });
  });
});
