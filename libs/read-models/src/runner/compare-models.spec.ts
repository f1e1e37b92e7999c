import { beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryModelStore } from '../memory/in-memory-model-store';
import type { Row } from '../store/model-store';
import { compareModels } from './compare-models';

const row = (id: string, sum: number, position = 'p1'): Row => ({ _id: id, tenantId: 't1', _position: position, sum });

describe('two builds of a read model', () => {
  let store: InMemoryModelStore;

  const fill = async (model: string, puts: readonly Row[], entries: readonly Row[] = []) => {
    await store.create(model);
    const { epoch } = await store.acquire(model, 'runner-1');
    const change = { removals: [], parks: [], unparks: [], puts, entries };
    await store.commit({ model, epoch, from: null, to: 'p9', events: 1, ...change });
  };

  beforeEach(() => {
    store = new InMemoryModelStore(() => Date.now());
  });

  it('are equal when they hold the same, in whatever order their fields were written', async () => {
    await fill('tally@1', [row('a', 1)], [row('p1', 1)]);
    await fill('tally@1.2', [{ sum: 1, _position: 'p1', tenantId: 't1', _id: 'a' }], [row('p1', 1, 'p7+late')]);
    expect(await compareModels(store, 'tally@1', 'tally@1.2')).toEqual({
      equal: 2,
      different: 0,
      apart: 0,
      onlyFirst: 0,
      onlySecond: 0,
      examples: [],
    });
  });

  it('are told apart row by row', async () => {
    await fill('tally@1', [row('a', 1), row('b', 2), row('c', 3), row('e', 5)]);
    await fill('tally@1.2', [row('b', 7), row('c', 8, 'p2'), row('d', 4), row('e', 5)]);
    const comparison = await compareModels(store, 'tally@1', 'tally@1.2');
    expect(comparison).toMatchObject({ equal: 1, different: 1, apart: 1, onlyFirst: 1, onlySecond: 1 });
    expect(comparison.examples.map(({ id, how }) => `${id} ${how}`)).toEqual([
      'a onlyFirst',
      'b different',
      'c apart',
      'd onlySecond',
    ]);
  });
});
