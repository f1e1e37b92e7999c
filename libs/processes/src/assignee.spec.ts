import { describe, expect, it } from '@jest/globals';
import type { StaffMember } from '@referral/staff';
import { assigneeWith, mayTake } from './assignee';
import { at } from './testing/across';

const ana: StaffMember = {
  stage: 'active',
  staffId: 's1',
  addedAt: at,
  userId: 'ana',
  displayName: 'Ana',
  team: 'team-1',
  roles: ['intake', 'coordinator'],
  skills: [{ language: 'vi' }, { specialty: 'neurology' }, { specialty: 'cardiology', language: 'es' }],
  absences: [],
  maxOpen: null,
  trainings: [],
};
const wanted = { kind: 'assignees', specialty: 'cardiology' } as const;
const may = (more: Partial<StaffMember>, what: object = {}) => mayTake({ ...ana, ...more }, { ...wanted, ...what });
const can = (open: number, more: Partial<StaffMember> = {}) => assigneeWith(open, { ...ana, ...more }, at);

describe('who may take a referral', () => {
  it('is a coordinator who knows its specialty', () => {
    expect(may({})).toBe(true);
    expect(may({ roles: ['intake', 'lead'] })).toBe(false);
    expect(may({ skills: [{ specialty: 'neurology' }, { language: 'es' }] })).toBe(false);
  });

  it('is of the team that has it, or of any team that can have one', () => {
    expect(may({}, { teamId: 'team-1' })).toBe(true);
    expect(may({}, { teamId: 'team-2' })).toBe(false);
    expect(may({ team: 'Heart and vessels' })).toBe(false);
  });
});

describe('who can take one more', () => {
  it('has fewer open than they take, or no limit', () => {
    const found = { userId: 'ana', teamId: 'team-1', languages: ['vi', 'es'] };
    expect(can(7)).toEqual({ ...found, open: 7 });
    expect(can(7, { maxOpen: 8 })).toEqual({ ...found, open: 7 });
    expect(can(8, { maxOpen: 8 })).toBeNull();
    expect(can(0, { maxOpen: 0 })).toBeNull();
  });

  it('is there', () => {
    const away = { absenceId: 'absence-1', cover: [] };
    const later = '2026-03-02T09:00:00.001Z';
    expect(can(0, { absences: [{ ...away, from: at, to: later }] })).toBeNull();
    expect(can(0, { absences: [{ ...away, from: later, to: '2026-03-09T09:00:00Z' }] })).not.toBeNull();
    expect(can(0, { absences: [{ ...away, from: '2026-03-01T09:00:00Z', to: at }] })).not.toBeNull();
  });
});
