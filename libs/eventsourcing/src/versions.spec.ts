import { describe, expect, it } from '@jest/globals';
import { inForceAt, nextVersion } from './versions';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-04-01T00:00:00.000Z';
const first = { limit: 5, version: 1, effectiveFrom: now };
const second = { limit: 7, version: 2, effectiveFrom: later };
const issued = {
  tenantId: 'local',
  actor: { userId: 'admin-1', kind: 'human', roles: ['admin'] },
  source: { channel: 'api' },
  recordedAt: now,
} as const;

const next = (versions: readonly (typeof first)[], limit: number, said: object = {}) =>
  nextVersion(versions, { limit }, { occurredAt: now, issued, ...said });

describe('the next version', () => {
  it('follows the last, from now on or from later on', () => {
    expect(next([], 5)).toEqual(first);
    expect(next([first], 7, { effectiveFrom: later })).toEqual(second);
    expect(next([first], 7, { effectiveFrom: now, version: 2 })).toEqual({ ...second, effectiveFrom: now });
  });

  it('is none when it was published before', () => {
    expect(next([first], 5)).toBeNull();
    expect(next([first, second], 7, { effectiveFrom: '2026-03-31T20:00:00-04:00' })).toBeNull();
    expect(next([first, second], 5, { version: 1, effectiveFrom: now })).toBeNull();
  });

  it('may say again what an earlier one said', () => {
    expect(next([first, second], 5)).toEqual({ limit: 5, version: 3, effectiveFrom: now });
  });

  it.each([
    ['changes one that was published', 8, { version: 1 }],
    ['leaves one out', 8, { version: 3 }],
    ['was in force before it is published', 8, { effectiveFrom: '2026-03-02T08:59:59Z' }],
    ['moves the start of one that was published', 5, { version: 1, effectiveFrom: later }],
  ])('is refused when it %s', (_, limit, draft) => {
    expect(() => next([first], limit, draft)).toThrow(expect.objectContaining({ code: 'POLICY_IMMUTABLE' }));
  });
});

describe('the version in force', () => {
  it('is the last published of those that have begun', () => {
    const correction = { limit: 6, version: 3, effectiveFrom: '2026-03-15T00:00:00Z' };
    expect(inForceAt([first, second], '2026-03-31T23:59:59Z')).toBe(first);
    expect(inForceAt([first, second], later)).toBe(second);
    expect(inForceAt([first, second, correction], later)).toBe(correction);
    expect(inForceAt([first], '2026-03-02T08:59:59Z')).toBeUndefined();
  });
});
