import { describe, expect, it } from '@jest/globals';
import { clockIds } from '@referral/values';
import { defaultCalendar } from './business-calendar';
import { defaultPolicy } from './default-policy';
import { addAllowedTime, clockOf, dueAt, warnAt } from './due-at';
import type { AllowedTime, ClockTrigger } from './sla-policy';

/** Times are told as New York tells them. */
const due = (startedAt: string, amount: number, unit: AllowedTime['unit']) =>
  addAllowedTime(startedAt, { amount, unit }, defaultCalendar);
const triggerText = ({ type, where }: ClockTrigger) =>
  where
    ? `${type}(${Object.entries(where)
        .map((pair) => pair.join('='))
        .join()})`
    : type;
const at = (newYork: string) => new Date(newYork).toISOString();

describe('the due time of a clock', () => {
  it('is told in UTC', () => {
    expect(dueAt('K1', 'stat', '2026-03-02T09:00:00-05:00')).toBe('2026-03-02T14:30:00.000Z');
  });

  it('follows the urgency', () => {
    const started = '2026-03-02T09:00:00-05:00';
    expect(dueAt('K2', 'stat', started)).toBe(at('2026-03-02T11:00:00-05:00'));
    expect(dueAt('K2', 'urgent', started)).toBe(at('2026-03-03T09:00:00-05:00'));
    expect(dueAt('K2', 'routine', started)).toBe(at('2026-03-04T09:00:00-05:00'));
  });

  it('gives referrals within the organisation a time of their own where the policy does', () => {
    const started = '2026-03-02T09:00:00-05:00';
    const book = (direction?: string) => dueAt('K8', 'routine', started, defaultPolicy, defaultCalendar, direction);
    expect(book('internal')).toBe(at('2026-03-05T09:00:00-05:00'));
    expect(book('incoming')).toBe(at('2026-03-09T09:00:00-04:00'));
    expect(book()).toBe(book('incoming'));
    expect(dueAt('K8', 'urgent', started, defaultPolicy, defaultCalendar, 'internal')).toBe(
      at('2026-03-04T09:00:00-05:00'),
    );
  });

  it('takes hours as on a stopwatch when the clocks go forward', () => {
    expect(due('2026-03-07T22:00:00-05:00', 4, 'hours')).toBe(at('2026-03-08T03:00:00-04:00'));
  });

  it('takes hours as on a stopwatch when the clocks go back', () => {
    expect(due('2026-10-31T22:00:00-04:00', 4, 'hours')).toBe(at('2026-11-01T01:00:00-05:00'));
  });

  it('keeps the time of day over calendar days when the clocks change', () => {
    expect(due('2026-03-05T10:00:00-05:00', 7, 'calendar_days')).toBe(at('2026-03-12T10:00:00-04:00'));
    expect(due('2026-10-29T10:00:00-04:00', 7, 'calendar_days')).toBe(at('2026-11-05T10:00:00-05:00'));
  });

  it('takes a time that the clocks skip as the moment after, and one that they show twice the first time', () => {
    expect(due('2026-03-01T02:30:00-05:00', 7, 'calendar_days')).toBe(at('2026-03-08T03:00:00-04:00'));
    expect(due('2026-10-25T01:30:00-04:00', 7, 'calendar_days')).toBe(at('2026-11-01T01:30:00-04:00'));
  });

  it('knows the leap day', () => {
    expect(due('2028-02-28T10:00:00-05:00', 1, 'calendar_days')).toBe(at('2028-02-29T10:00:00-05:00'));
    expect(due('2028-02-28T10:00:00-05:00', 1, 'business_days')).toBe(at('2028-02-29T10:00:00-05:00'));
    expect(due('2026-02-27T10:00:00-05:00', 1, 'calendar_days')).toBe(at('2026-02-28T10:00:00-05:00'));
  });

  it('refuses what is no instant', () => {
    expect(() => dueAt('K1', 'stat', 'yesterday')).toThrow(RangeError);
    expect(() => dueAt('K9', 'stat', 'yesterday')).toThrow(RangeError);
  });

  it('warns after four fifths of the time', () => {
    const { warnAt: share } = clockOf(defaultPolicy, 'K1');
    expect(warnAt('2026-03-02T09:00:00-05:00', '2026-03-02T14:30:00.000Z', share)).toBe('2026-03-02T14:24:00.000Z');
  });
});

describe('the default policy', () => {
  it.each(clockIds)('has the clock %s, once', (id) => {
    expect(defaultPolicy.clocks.filter(({ clock }) => clock === id)).toHaveLength(1);
  });

  it.each([
    ['K1', '30 minutes, 4 business_hours, 4 business_hours, 1 business_days', ''],
    ['K2', '2 hours, 1 business_days, 1 business_days, 2 business_days', 'awaiting_referrer'],
    ['K3', '4 hours, 1 business_days, 1 business_days, 5 business_days', ''],
    ['K4', '4 hours, 1 business_days, 1 business_days, 2 business_days', 'awaiting_payer'],
    ['K5', '4 hours, 1 business_days, 1 business_days, 2 business_days', 'awaiting_referrer'],
    ['K6', '72 hours, 72 hours, 72 hours, 7 calendar_days', 'payer_requested_information'],
    ['K7', '2 hours, 1 business_days, 1 business_days, 2 business_days', 'patient_unavailable'],
    ['K8', '1 business_days, 2 business_days, 3 business_days, 7 calendar_days', 'awaiting_payer, patient_choice'],
    [
      'K9',
      '3 calendar_days, 7 business_days, 14 calendar_days, 30 business_days',
      'patient_choice, patient_unavailable',
    ],
    ['K10', '4 hours, 1 business_days, 1 business_days, 3 business_days', 'patient_unavailable'],
    ['K11', '2 business_days, 5 business_days, 5 business_days, 10 business_days', ''],
    ['K12', '1 business_days, 2 business_days, 2 business_days, 5 business_days', ''],
    ['K13', '4 hours, 1 business_days, 1 business_days, 2 business_days', ''],
    ['K14', '1 business_days, 2 business_days, 2 business_days, 3 business_days', ''],
    ['K15', '30 minutes, 2 business_hours, 2 business_hours, 1 business_days', ''],
  ] as const)('promises what is published for %s', (id, times, pauses) => {
    const { allowed, pausableBy } = clockOf(defaultPolicy, id);
    const told = [allowed.stat, allowed.urgent, allowed.expedited, allowed.routine];
    expect(told.map(({ amount, unit }) => `${amount} ${unit}`).join(', ')).toBe(times);
    expect(pausableBy.join(', ')).toBe(pauses);
  });

  it.each([
    ['K1', 'ReferralReceived', 'StatusUpdateGiven(to.type=office), TriageStarted, InformationRequested'],
    [
      'K2',
      'ReferralCompletenessReached',
      'ReferralAccepted, ReferralDeclined, ReferralRedirected, ReferralReturnedWithAdvice',
    ],
    ['K3', 'InformationRequested', 'InformationReceived'],
    ['K4', 'ReferralAccepted', 'EligibilityVerified'],
    ['K5', 'AuthorizationNeedDetermined(needed=required)', 'AuthorizationSubmitted'],
    [
      'K6',
      'AuthorizationSubmitted',
      'AuthorizationApproved, AuthorizationPartiallyApproved, AuthorizationModified, AuthorizationDenied, ' +
        'AuthorizationNotRequiredByPayer, AuthorizationContactPayer',
    ],
    ['K7', 'ReferralAccepted', 'ContactAttempted(party=patient,direction=out)'],
    ['K8', 'ReferralAccepted', 'AppointmentScheduled'],
    ['K9', 'ReferralReceived', 'AppointmentAttended'],
    [
      'K10',
      'AppointmentMissed, AppointmentCancelled',
      'AppointmentScheduled, ReferralClosed, ReferralDeclined, ReferralCancelled, ReferralExpired',
    ],
    ['K11', 'AppointmentAttended', 'ConsultNoteReceived(kind=final)'],
    ['K12', 'ReportForwarded', 'ReportAcknowledged'],
    ['K13', 'SlaBreached(clock=K8), SlaBreached(clock=K9)', 'StatusUpdateGiven(to.type=patient)'],
    ['K14', 'CancellationRequested', 'ReferralCancelled, CancellationRefused'],
    ['K15', 'ReferralEscalated', 'EscalationAcknowledged'],
  ] as const)('starts and stops %s by the facts that are published for it', (id, starts, stops) => {
    const { startsOn, stopsOn } = clockOf(defaultPolicy, id);
    const told = (triggers: readonly ClockTrigger[]) => triggers.map(triggerText).join(', ');
    expect([told(startsOn), told(stopsOn)]).toEqual([starts, stops]);
  });
});
