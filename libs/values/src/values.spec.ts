import { describe, expect, it } from '@jest/globals';
import { sameCoding } from './coding';
import { sameParty } from './party-ref';
import { pick } from './pick';
import { urgencies, urgencyRank } from './vocabulary';

describe('values', () => {
  it('are the same concept by system and code', () => {
    const one = { system: 'http://example.org/services', code: 'imaging', display: 'Imaging' };
    expect(sameCoding(one, { system: one.system, code: one.code })).toBe(true);
    expect(sameCoding(one, { ...one, code: 'therapy' })).toBe(false);
    expect(sameCoding(one, { ...one, system: 'http://example.org/others' })).toBe(false);
  });

  it('are the same party by id and type', () => {
    const one = { id: 'party-1', type: 'office', name: 'Synthetic Practice' } as const;
    expect(sameParty(one, { id: 'party-1', type: 'office' })).toBe(true);
    expect(sameParty(one, { ...one, id: 'party-2' })).toBe(false);
    expect(sameParty(one, { ...one, type: 'payer' })).toBe(false);
  });

  it('are picked where they were given, false and null too', () => {
    const given = { a: 0, b: undefined, c: null, d: false, e: 'not asked for' };
    expect(Object.entries(pick(given, 'a', 'b', 'c', 'd'))).toEqual([
      ['a', 0],
      ['c', null],
      ['d', false],
    ]);
  });

  it('are ranked by urgency, the most urgent first', () => {
    expect(urgencies.map(urgencyRank)).toEqual([0, 1, 2, 3]);
  });
});
