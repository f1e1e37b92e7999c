import { describe, expect, it } from '@jest/globals';
import { Draws } from './draws';

const row = (draws: Draws) => Array.from({ length: 20 }, () => draws.fraction());

describe('Drawing', () => {
  it('gives the same row for the same name, and another one for another', () => {
    expect(row(new Draws('a', 1))).toEqual(row(new Draws('a', 1)));
    expect(row(new Draws('a', 1))).not.toEqual(row(new Draws('a', 2)));
    expect(row(new Draws('a', '1'))).not.toEqual(row(new Draws('a', 1)));
  });

  it('draws whole numbers evenly, both ends included', () => {
    const draws = new Draws('even');
    const counts = new Map<number, number>();
    for (let time = 0; time < 6_000; time += 1) {
      const drawn = draws.whole(1, 6);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('draws by shares', () => {
    const draws = new Draws('shares');
    const drawn = Array.from({ length: 2_000 }, () => draws.share({ often: 90, seldom: 10, never: 0 }));
    expect(drawn.filter((key) => key === 'seldom').length / 2_000).toBeCloseTo(0.1, 1);
    expect(drawn).not.toContain('never');
  });

  it('picks nothing from nothing', () => {
    expect(() => new Draws('none').pick([])).toThrow(RangeError);
  });
});
