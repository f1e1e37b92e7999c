import { describe, expect, it } from '@jest/globals';
import { compile } from './compile';
import type { QueueCondition } from './queue';

const row = {
  stage: 'received',
  count: 3,
  at: '2026-03-02T15:00:00.000Z',
  none: null,
  list: [{ a: 1 }],
  empty: [],
  in: { x: true },
};
const asked = (condition: QueueCondition): boolean => compile(condition)?.(row) ?? true;
const past = { now: true } as const;

describe('what can be asked of a row before anybody looks', () => {
  it.each<[QueueCondition, boolean]>([
    [{ path: 'stage', is: 'equals', value: 'received' }, true],
    [{ path: 'in.x', is: 'equals', value: false }, false],
    [{ path: 'in.x.y', is: 'exists', value: true }, false],
    [{ path: 'none', is: 'exists', value: false }, true],
    [{ path: 'count', is: 'in', value: [1, 2] }, false],
    [{ path: 'count', is: 'atOrBefore', value: 3 }, true],
    [{ path: 'count', is: 'before', value: 3 }, false],
    [{ path: 'count', is: 'atOrAfter', value: 3 }, true],
    [{ path: 'count', is: 'after', value: 3 }, false],
    [{ path: 'stage', is: 'after', value: 3 }, false],
  ])('is answered whole where it does not depend on that: %j is %s', (condition, met) => {
    expect(asked(condition)).toBe(met);
  });

  it.each<[QueueCondition, boolean]>([
    [{ path: 'at', is: 'before', value: past }, true],
    [{ path: 'none', is: 'before', value: past }, false],
    [{ path: 'stage', is: 'equals', value: { me: true } }, true],
    [{ path: 'none', is: 'in', value: { absent: true } }, false],
    [{ path: 'list', is: 'some', like: { path: 'a', is: 'equals', value: 7 } }, true],
    [{ path: 'empty', is: 'some', like: { all: [] } }, false],
    [{ when: 'contact_hours' }, true],
    [{ any: [{ when: 'contact_hours' }, { path: 'count', is: 'equals', value: 1 }] }, true],
    [{ all: [{ when: 'contact_hours' }, { path: 'count', is: 'equals', value: 1 }] }, false],
    [{ any: [{ path: 'none', is: 'before', value: past }] }, false],
    [{ any: [] }, false],
    [{ all: [] }, true],
  ])('is whether it could ever be so: %j is %s', (condition, could) => {
    expect(asked(condition)).toBe(could);
  });
});
