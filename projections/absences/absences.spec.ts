import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { StaffEvent } from '@referral/staff';
import { staffFacts as facts } from '../testing/facts/beside-referrals';
import { streamOf } from '../testing/stream';
import { absences, isAbsent } from './absences';

const entryOf = (...events: readonly StaffEvent[]) => {
  const { document } = projects(absences).given(...streamOf('staff-s1', events));
  if (!document) throw new Error('There is no entry.');
  return document;
};

describe('the absences of a member of staff', () => {
  it('begin with none', () => {
    expect(entryOf(facts.added())).toMatchObject({ userId: 'ana', absences: [], absentUntil: null });
  });

  it('last from their first instant until their end', () => {
    const entry = entryOf(facts.added(), facts.away());
    expect(entry.absentUntil).toBe('2026-03-06T22:00:00.000Z');
    expect(isAbsent(entry, '2026-03-04T12:59:59.999Z')).toBe(false);
    expect(isAbsent(entry, '2026-03-04T13:00:00.000Z')).toBe(true);
    expect(isAbsent(entry, '2026-03-06T22:00:00.000Z')).toBe(false);
  });
});
