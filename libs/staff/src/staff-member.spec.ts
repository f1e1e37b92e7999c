import { describe, expect, it } from '@jest/globals';
import { fold } from '@referral/eventsourcing';
import { evolveStaff } from './evolve';
import { absenceAt, type StaffState } from './staff-member';
import { absent, added } from './testing';

describe('an absence', () => {
  const member = fold<StaffState, typeof added | typeof absent>(evolveStaff, { stage: 'none' }, [added, absent]);

  it('lasts from its beginning until its end, which it does not include', () => {
    if (member.stage === 'none') throw new Error('nobody was added');
    expect(absenceAt(member, '2026-03-09T00:00:00-04:00')?.absenceId).toBe('absence-1');
    expect(absenceAt(member, '2026-03-15T23:59:59-04:00')?.cover).toEqual(['staff-2']);
    expect(absenceAt(member, '2026-03-16T00:00:00-04:00')).toBeUndefined();
    expect(absenceAt(member, '2026-03-08T23:59:59-04:00')).toBeUndefined();
  });
});
