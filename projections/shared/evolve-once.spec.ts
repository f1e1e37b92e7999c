import { describe, expect, it } from '@jest/globals';
import { evolve, initialState } from '@referral/referral';
import { facts } from '../testing/facts';
import { evolveOnce } from './evolve-once';

describe('A referral that several projections keep', () => {
  const received = facts.received();
  const note = facts.noted();

  it('is what its facts make of it', () => {
    expect(evolveOnce(evolveOnce(initialState, received), note)).toEqual(evolve(evolve(initialState, received), note));
  });

  it('is one for all of them', () => {
    const [one, other] = [evolveOnce(initialState, received), evolveOnce(initialState, received)];
    expect(other).toBe(one);
    expect(evolveOnce(other, note)).toBe(evolveOnce(one, note));
  });

  it('is made anew of what another one was before the fact', () => {
    const registered = evolve(initialState, received);
    expect(evolveOnce(registered, note)).toEqual(evolve(registered, note));
    expect(evolveOnce(initialState, note)).toBe(initialState);
    expect(evolveOnce(registered, note)).toEqual(evolve(registered, note));
  });
});
