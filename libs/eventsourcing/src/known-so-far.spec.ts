import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from './domain-event';
import { KnownSoFar } from './known-so-far';
import { positionKey } from './position-key';
import type { RecordedEvent } from './recorded-event';

type PriceSet = DomainEvent<'PriceSet', { readonly price: number }>;

const at = (commit: bigint) => ({ commit, prepare: commit });
const priceSet = (commit: bigint, price: number, tenantId = 't1', streamId = 'price-1') =>
  ({ type: 'PriceSet', data: { price }, streamId, position: at(commit), metadata: { tenantId } }) as RecordedEvent;

const toldOf = (...events: readonly RecordedEvent[]) => {
  const known = new KnownSoFar<readonly number[]>({
    categories: ['price'],
    initial: [],
    learn: (prices, { data }: RecordedEvent<PriceSet>) => [...prices, data.price],
  });
  for (const event of events) known.learn(event);
  return known;
};

describe('what is known so far', () => {
  it('is nothing before anything was told', () => {
    expect(toldOf().of('t1')).toEqual([]);
  });

  it('is of one tenant, and of the streams that tell it', () => {
    const known = toldOf(priceSet(10n, 1), priceSet(20n, 2, 't2'), priceSet(30n, 3, 't1', 'account-1'));
    expect([known.of('t1'), known.of('t2'), known.of('t3')]).toEqual([[1], [2], []]);
  });

  it('is the same when something is told again', () => {
    expect(toldOf(priceSet(10n, 1), priceSet(20n, 2), priceSet(10n, 1), priceSet(20n, 2)).of('t1')).toEqual([1, 2]);
  });

  it('is told as it was before any place in the log', () => {
    const known = toldOf(priceSet(10n, 1), priceSet(20n, 2));
    const before = (commit: bigint) => known.of('t1', positionKey(at(commit)));
    expect([before(10n), before(15n), before(20n), before(21n)]).toEqual([[], [1], [1], [1, 2]]);
  });
});
