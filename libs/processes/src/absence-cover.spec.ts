import { describe, it } from '@jest/globals';
import type { StaffEvent } from '@referral/staff';
import { absenceCover } from './absence-cover';
import { fact, found } from './testing/across';
import { reacts } from './testing/given';

describe('the absence of a coordinator', () => {
  const { given } = reacts(absenceCover);
  const member = fact<StaffEvent>('StaffAdded', {
    staffId: 's1',
    userId: 'user-1',
    displayName: 'One',
    team: 'cardio',
  });
  const absence = { absenceId: 'absence-1', from: '2026-03-03T08:00:00Z', to: '2026-03-05T17:00:00Z' };
  const away = fact<StaffEvent>('AbsenceRecorded', { ...absence, cover: ['s2', 's3'] });
  const begins = { due: 'away-absence-1', at: absence.from };

  it('is waited for', () => {
    given(member)
      .when({ fact: away })
      .then({ timers: { 'away-absence-1': '2026-03-03T08:00:00.000Z' } });
  });

  it('lets the first of those who are there stand in, for whatever comes until it ends', () => {
    const about = { absenceId: 'absence-1' };
    given(member, away)
      .when(begins)
      .then({
        commands: [['look_up', { of: 'staff', ids: ['s2', 's3'], about }]],
        timers: { 'away-absence-1': '2026-03-04T08:00:00.000Z' },
      });
    given(member, away)
      .when(begins, found('look_up', ['user-3']))
      .then({
        commands: [['search', { field: 'coordinatorId', value: 'user-1', about: { ...about, coveringId: 'user-3' } }]],
      });
    const said = { coveringId: 'user-3', coveredId: 'user-1', until: absence.to, absence };
    given(member, away)
      .when(begins, found('look_up', ['user-3']), found('search', ['r1']))
      .then({ commands: [['CoverReferral', said]] });
  });

  it('is left to a lead when nobody named is there, or when it is over', () => {
    given(member, away).when(begins, found('look_up', [])).thenNothing();
    given(member)
      .when({ fact: { ...away, occurredAt: '2026-03-06T08:00:00Z' } })
      .thenNothing();
  });

  it('is not waited for when it is over, and begins at once when it has begun', () => {
    given(member)
      .when({ fact: { ...away, occurredAt: absence.to } })
      .thenNothing();
    const heardAt = '2026-03-05T16:59:59.999Z';
    given(member)
      .when({ fact: away, heardAt })
      .then({ timers: { 'away-absence-1': heardAt } });
  });

  it('is looked at for the last time within its last day', () => {
    const looks = { of: 'staff', ids: ['s2', 's3'], about: { absenceId: 'absence-1' } };
    const last = (at: string) => given(member, away).when({ due: 'away-absence-1', at });
    last('2026-03-04T17:00:00Z').then({ commands: [['look_up', looks]] });
    last('2026-03-04T16:59:59.999Z').then({
      commands: [['look_up', looks]],
      timers: { 'away-absence-1': '2026-03-05T16:59:59.999Z' },
    });
    last(absence.to).thenNothing();
  });

  it('is covered to its own end, when it is not the first of the same person', () => {
    const next = { absenceId: 'absence-2', from: '2026-04-07T08:00:00Z', to: '2026-04-09T17:00:00Z' };
    const awayAgain = fact<StaffEvent>('AbsenceRecorded', { ...next, cover: ['s2'] });
    given(member, away, awayAgain)
      .when({ due: 'away-absence-2', at: next.from }, found('look_up', ['user-2']), found('search', ['r1']))
      .then({
        commands: [['CoverReferral', { coveringId: 'user-2', coveredId: 'user-1', until: next.to, absence: next }]],
      });
  });

  it('is told from another of the same person, and has nobody stand in where nobody was named', () => {
    const other = fact<StaffEvent>('AbsenceRecorded', { ...absence, absenceId: 'absence-2', cover: [] });
    given(member, away, other).when({ due: 'away-absence-2', at: absence.from }).thenNothing();
    given(member, other, away)
      .when(begins)
      .then({
        commands: [['look_up', { of: 'staff', ids: ['s2', 's3'], about: { absenceId: 'absence-1' } }]],
        timers: { 'away-absence-1': '2026-03-04T08:00:00.000Z' },
      });
  });
});
