import { describe, expect, it } from '@jest/globals';
import { defaultCalendar } from './business-calendar';
import { type ClockRun, type Evidence, explainDeadline, type Pause } from './deadline';
import { defaultPolicy } from './default-policy';

const at = (newYork: string) => new Date(newYork).toISOString();
const fact = (eventId: string, type: string, moment: string): Evidence => ({ eventId, type, at: moment });

const accepted = fact('event-1', 'ReferralAccepted', '2026-11-24T10:00:00-05:00');
const held = fact('event-2', 'HoldPlaced', '2026-11-25T10:00:00-05:00');
const resumed = fact('event-3', 'HoldLifted', '2026-11-25T14:00:00-05:00');
const choice: Pause = { reason: 'patient_choice', began: held, ended: resumed };
const booking: ClockRun = { clock: 'K8', start: accepted, urgency: 'urgent', urgencyChanges: [], pauses: [choice] };

const thanksgiving = { ...defaultCalendar, id: 'site', version: 3, holidays: ['2026-11-26'] };
const inForce = { policy: { ...defaultPolicy, id: 'policy-1', version: 2 }, calendar: thanksgiving };
const explain = (run: ClockRun, asOf: string) => explainDeadline(run, inForce, asOf);

describe('the explanation of a deadline', () => {
  it('names the fact that started it, the versions that bind it, its pauses with their evidence, and its times', () => {
    expect(explain(booking, '2026-11-27T09:00:00-05:00')).toEqual({
      clock: 'K8',
      name: 'booked',
      start: accepted,
      stop: null,
      policyId: 'policy-1',
      policyVersion: 2,
      calendarId: 'site',
      calendarVersion: 3,
      timeZone: 'America/New_York',
      urgency: 'urgent',
      urgencyChanges: [],
      allowed: { amount: 2, unit: 'business_days' },
      pauses: [{ ...choice, counts: true }],
      grossDueAt: at('2026-11-27T10:00:00-05:00'),
      dueAt: at('2026-11-27T14:00:00-05:00'),
      warnAt: at('2026-11-26T22:48:00-05:00'),
      paused: false,
      breached: false,
      grossElapsedMinutes: 71 * 60,
      netElapsedMinutes: 67 * 60,
    });
  });

  it('shows a pause that the policy does not allow, and does not count it', () => {
    const run = { ...booking, pauses: [{ ...choice, reason: 'awaiting_referrer' }] };
    const { pauses, dueAt, grossDueAt, netElapsedMinutes } = explain(run, '2026-11-25T10:00:00-05:00');
    expect(pauses.map(({ counts }) => counts)).toEqual([false]);
    expect([dueAt, netElapsedMinutes]).toEqual([grossDueAt, 24 * 60]);
  });

  it('counts the time that two pauses share once', () => {
    const payer = { reason: 'awaiting_payer', began: { ...held, at: '2026-11-25T12:00:00-05:00' }, ended: resumed };
    const run = { ...booking, pauses: [choice, payer] };
    const { dueAt, netElapsedMinutes, pauses } = explain(run, '2026-11-27T09:00:00-05:00');
    expect([dueAt, netElapsedMinutes]).toEqual([at('2026-11-27T14:00:00-05:00'), 67 * 60]);
    expect(pauses).toHaveLength(2);
  });

  it('moves on with the instant that is asked about while a pause lasts', () => {
    const run = { ...booking, pauses: [{ reason: 'patient_choice', began: held }] };
    expect(explain(run, '2026-11-25T12:00:00-05:00')).toMatchObject({
      paused: true,
      dueAt: at('2026-11-27T12:00:00-05:00'),
      grossElapsedMinutes: 26 * 60,
      netElapsedMinutes: 24 * 60,
    });
    expect(explain(run, '2026-11-25T15:00:00-05:00').dueAt).toBe(at('2026-11-27T15:00:00-05:00'));
  });

  it('is not helped by a pause that begins after the due time', () => {
    const late = { ...held, at: '2026-11-30T10:00:00-05:00' };
    const run = { ...booking, pauses: [{ reason: 'patient_choice', began: late }] };
    const { paused, breached, dueAt, grossDueAt } = explain(run, '2026-12-01T10:00:00-05:00');
    expect([paused, breached, dueAt]).toEqual([false, true, grossDueAt]);
  });

  it('tells whether the clock was stopped in time', () => {
    const breached = (at: string) => {
      const stop = { ...fact('event-4', 'AppointmentScheduled', at), answers: true };
      return explain({ ...booking, pauses: [], stop }, '2026-12-24T00:00:00-05:00').breached;
    };
    expect([breached('2026-11-27T10:00:00-05:00'), breached('2026-11-27T10:00:01-05:00')]).toEqual([false, true]);
  });

  it('ends with the fact that stopped the clock', () => {
    const stop = { ...fact('event-4', 'AppointmentScheduled', '2026-11-25T16:00:00-05:00'), answers: true };
    const told = explain({ ...booking, stop }, '2026-12-24T00:00:00-05:00');
    expect(told).toMatchObject({ stop, paused: false, grossElapsedMinutes: 30 * 60, netElapsedMinutes: 26 * 60 });
  });

  it('gives an internal referral the time that the policy gives it', () => {
    const run = { ...booking, urgency: 'routine', pauses: [] } as const;
    const asOf = '2026-11-25T10:00:00-05:00';
    expect(explain({ ...run, direction: 'internal' }, asOf).allowed).toEqual({ amount: 3, unit: 'business_days' });
    expect(explain({ ...run, direction: 'outgoing' }, asOf).allowed).toEqual({ amount: 7, unit: 'calendar_days' });
  });
});

describe('a change of urgency', () => {
  const changed = (to: 'stat' | 'routine', moment: string) => ({
    to,
    evidence: fact('event-9', 'UrgencyAssigned', moment),
  });

  it('counts the new time from the original start', () => {
    const change = changed('stat', '2026-11-24T12:00:00-05:00');
    expect(explain({ ...booking, pauses: [], urgencyChanges: [change] }, '2026-11-24T13:00:00-05:00')).toMatchObject({
      urgency: 'stat',
      start: accepted,
      dueAt: at('2026-11-25T10:00:00-05:00'),
      urgencyChanges: [{ ...change, rebased: true }],
    });
  });

  it('counts in the order of effect when several are told', () => {
    const first = changed('stat', '2026-11-24T11:00:00-05:00');
    const second = changed('routine', '2026-11-24T12:00:00-05:00');
    const told = explain({ ...booking, pauses: [], urgencyChanges: [second, first] }, '2026-11-24T13:00:00-05:00');
    expect([told.urgency, told.urgencyChanges.map(({ to }) => to)]).toEqual(['routine', ['stat', 'routine']]);
  });

  it('does not undo what is overdue', () => {
    const change = changed('routine', '2026-11-30T12:00:00-05:00');
    const told = explain({ ...booking, pauses: [], urgencyChanges: [change] }, '2026-12-01T09:00:00-05:00');
    expect(told).toMatchObject({ urgency: 'urgent', dueAt: at('2026-11-27T10:00:00-05:00') });
    expect(told.urgencyChanges).toEqual([{ ...change, rebased: false }]);
  });
});
