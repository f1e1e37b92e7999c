import { describe, expect, it } from '@jest/globals';
import { allOf } from './all-of';
import type { Knowledge } from './knowledge';
import type { RecordedEvent } from './recorded-event';

const told = (category: string): Knowledge<readonly string[]> => ({
  categories: [category],
  initial: [],
  learn: (known, { type }) => [...known, type],
});

const event = (streamId: string, type: string) => ({ streamId, type }) as RecordedEvent;

describe('several kinds of knowledge as one', () => {
  const both = allOf({ prices: told('price'), rates: told('rate') });

  it('are told by the streams of each', () => {
    expect(both.categories).toEqual(['price', 'rate']);
    expect(both.initial).toEqual({ prices: [], rates: [] });
  });

  it('learn each from its own streams', () => {
    const events = [event('price-1', 'A'), event('rate-1', 'B'), event('price-2', 'C')];
    expect(events.reduce(both.learn, both.initial)).toEqual({ prices: ['A', 'C'], rates: ['B'] });
  });
});
