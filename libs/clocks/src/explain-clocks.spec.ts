import { describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';
import {
  accepted,
  attended,
  breached,
  but,
  complete,
  effective,
  held,
  holdReleased,
  noted,
  received,
  scheduled,
  triageStarted,
  urgencyAssigned,
  warned,
} from '@referral/referral/testing';
import { defaultCalendar, defaultPolicy, nothingPublished, type PublishedPolicies } from '@referral/sla-policy';
import type { ClockId, Urgency } from '@referral/values';
import { explainClocks } from './explain-clocks';
import { told } from './testing/told';

const later = '2026-12-31T00:00:00.000Z';

const explained = (
  clock: ClockId,
  facts: readonly ReferralEvent[],
  published: PublishedPolicies = nothingPublished,
  asOf = later,
) => explainClocks(told(...facts), published, asOf).filter((one) => one.clock === clock);

const key = (commit: bigint) => positionKey({ commit, prepare: commit });

/** A policy that gives each clock so many business days, published somewhere in the log. */
const policy = (version: number, days: number, effectiveFrom: string, commit: bigint) => {
  const allowed = { amount: days, unit: 'business_days' } as const;
  const each = { stat: allowed, urgent: allowed, expedited: allowed, routine: allowed };
  const clocks = defaultPolicy.clocks.map(({ allowedInternal: _, ...clock }) => ({ ...clock, allowed: each }));
  return { id: 'site', version, effectiveFrom, calendarId: 'calendar', clocks, position: key(commit) };
};
const calendar = (version: number, holidays: readonly string[], effectiveFrom: string, commit: bigint) => ({
  ...defaultCalendar,
  ...{ id: 'calendar', version, holidays, effectiveFrom, position: key(commit) },
});

describe('the explanation of the clocks of a referral', () => {
  it('names start, versions, allowed time, rests with their evidence, outcomes and both times', () => {
    const facts = [received, complete, triageStarted, urgencyAssigned, accepted, held, holdReleased, warned, breached];
    const [booking] = explained('K8', facts);
    expect(booking).toMatchObject({
      clock: 'K8',
      cycle: 1,
      name: 'booked',
      start: { eventId: 'event-4', type: 'ReferralAccepted' },
      stop: null,
      policyId: 'default',
      policyVersion: 1,
      calendarId: 'default',
      calendarVersion: 1,
      allowed: { amount: 7, unit: 'calendar_days' },
      pauses: [
        { reason: 'patient_choice', counts: true, began: { eventId: 'event-5' }, ended: { eventId: 'event-6' } },
      ],
      grossDueAt: '2026-03-09T14:30:00.000Z',
      dueAt: '2026-03-11T14:30:00.000Z',
      paused: false,
      breached: true,
      outcomes: [
        { outcome: 'warning', evidence: { eventId: 'event-7', type: 'SlaWarningRaised' } },
        { outcome: 'breached', evidence: { eventId: 'event-8', type: 'SlaBreached' } },
      ],
    });
    expect(booking?.grossElapsedMinutes).toBe((booking?.netElapsedMinutes ?? 0) + 2 * 24 * 60);
  });

  it('tells only the outcomes of its own run', () => {
    const second = but(breached, { cycle: 2 });
    expect(explained('K8', [received, complete, triageStarted, accepted, second])[0]?.outcomes).toEqual([]);
  });

  it.each<[string, ClockId, Urgency, readonly string[], string, string]>([
    ['over the start of daylight saving', 'K8', 'stat', [], '2026-03-06T16:30:00-05:00', '2026-03-09T16:30:00-04:00'],
    ['over its end', 'K8', 'urgent', [], '2026-10-30T10:00:00-04:00', '2026-11-03T10:00:00-05:00'],
    ['in hours over its end', 'K4', 'stat', [], '2026-11-01T00:30:00-04:00', '2026-11-01T03:30:00-05:00'],
    ['over a leap day', 'K8', 'stat', [], '2028-02-28T10:00:00-05:00', '2028-02-29T10:00:00-05:00'],
    ['in calendar days over a leap day', 'K8', 'routine', [], '2028-02-25T10:00:00-05:00', '2028-03-03T10:00:00-05:00'],
    ['over a holiday', 'K8', 'stat', ['2026-11-26'], '2026-11-25T10:00:00-05:00', '2026-11-27T10:00:00-05:00'],
    ['from a closed day on', 'K8', 'stat', ['2026-11-27'], '2026-11-27T10:00:00-05:00', '2026-12-01T08:00:00-05:00'],
  ])('is due %s', (_, clock, to, holidays, startedAt, dueAt) => {
    const from = '2026-01-01T00:00:00Z';
    const policies = [{ ...defaultPolicy, id: 'site', calendarId: 'calendar', effectiveFrom: from, position: key(1n) }];
    const published = { policies, calendars: [calendar(1, holidays, from, 2n)] };
    const facts = [received, complete, triageStarted, but(urgencyAssigned, { to }), effective(accepted, startedAt)];
    expect(explained(clock, facts, published)[0]).toMatchObject({ dueAt: new Date(dueAt).toISOString() });
  });

  it('goes by what was in force when the clock started, whatever follows in the middle of it', () => {
    const published = {
      policies: [
        policy(1, 3, '2026-03-02T00:00:00Z', 1n),
        policy(2, 5, '2026-03-10T00:00:00Z', 2n),
        policy(3, 1, '2026-03-20T00:00:00Z', 500n),
      ],
      calendars: [calendar(1, ['2026-03-04'], '2026-03-02T00:00:00Z', 3n)],
    };
    const facts = [received, complete, triageStarted, urgencyAssigned, accepted, held, holdReleased];
    const [booking] = explained('K8', facts, published);
    // Three worked days from Monday 2 March 10:30 on, without the holiday.
    expect(booking).toMatchObject({ policyVersion: 1, calendarVersion: 1, grossDueAt: '2026-03-06T15:30:00.000Z' });
    const seen = [...facts, scheduled, attended];
    expect(explained('K11', seen, published)[0]).toMatchObject({ policyVersion: 2, allowed: { amount: 5 } });
  });

  it('is bound by no version that was published after its start, though the clocks of two machines say so', () => {
    const facts = [received, complete, triageStarted, urgencyAssigned, accepted, noted];
    const published = (commit: bigint) => ({
      policies: [policy(1, 3, '2026-03-02T00:00:00Z', commit)],
      calendars: [],
    });
    expect(explained('K8', facts, published(45n))[0]?.policyId).toBe('site');
    expect(explained('K8', facts, published(55n))[0]?.policyId).toBe('default');
  });

  it('tells a clock that nobody answered as one whose question no longer arose', () => {
    const facts = [received, complete, triageStarted, urgencyAssigned, accepted, scheduled];
    expect(explained('K7', facts)[0]).toMatchObject({
      stop: { type: 'AppointmentScheduled', answers: false },
      paused: false,
    });
  });
});
