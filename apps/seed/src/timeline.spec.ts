import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Timeline } from './timeline';

describe('A timeline', () => {
  it('gives what is due next, whenever it was added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.array(fc.nat(20), { maxLength: 20 }), (first, later) => {
        const timeline = new Timeline<{ readonly at: number; readonly order: number }>();
        for (const [order, at] of first.entries()) timeline.add({ at, order });
        const taken = [timeline.next()];
        for (const [order, at] of later.entries()) timeline.add({ at: at + 20, order: order + 100 });
        while (timeline.size > 0) taken.push(timeline.next());
        const entries = taken.flatMap((entry) => entry ?? []);
        expect(entries).toHaveLength(first.length + later.length);
        const sorted = [...entries].sort((one, other) => one.at - other.at || one.order - other.order);
        expect(entries).toEqual(sorted);
      }),
    );
  });
});
