import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, tally } from '../testing/tally';
import { deliver, type Delivery } from './delivery';
import { ModelWriter } from './model-writer';

const model = 'tally@1.1';

/** A writer of one model, and so many events for it. */
const writerOf = async (events: number) => {
  const log = new InMemoryLog();
  for (let number = 0; number < events; number += 1) log.append('account-a', counted(number));
  const store = new InMemoryModelStore(() => 0);
  const around = {
    store,
    log,
    clock: () => 0,
    lateAt: () => '',
    signal: new AbortController().signal,
    onRetry: () => undefined,
  };
  await store.create(model);
  const writer = await ModelWriter.open(tally(), model, 'o1', around);
  const deliveries: Delivery[] = [];
  for await (const message of log.follow({ after: null, categories: ['account'], signal: around.signal })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'event') deliveries.push(deliver(message));
  }
  const checkpoint = async () => (await store.checkpoints())[0];
  return { store, writer, deliveries, checkpoint };
};

describe('a writer of a model', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows that it is at work while a long batch grows, and writes that once', async () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const { store, writer, deliveries, checkpoint } = await writerOf(4);
    const commits: (number | undefined)[] = [];
    for (const [second, delivery] of deliveries.entries()) {
      now.mockReturnValue(second * 1_000);
      await writer.apply([delivery], delivery.key);
      const { position, commits: so, events } = (await checkpoint()) ?? {};
      expect({ position, events }).toEqual({ position: null, events: 0 });
      commits.push(so);
    }
    expect(commits).toEqual([0, 1, 2, 3]);
    await writer.flush();
    expect(await checkpoint()).toMatchObject({ position: deliveries.at(-1)?.key, events: 4, commits: 4 });
    expect(await store.get(model, 't1', 'a')).toMatchObject({ seen: [0, 1, 2, 3] });
  });
});
