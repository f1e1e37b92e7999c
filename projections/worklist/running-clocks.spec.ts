import { describe, expect, it } from '@jest/globals';
import { explainClocks } from '@referral/clocks';
import { positionKey, type RecordedEvent } from '@referral/eventsourcing';
import { completed } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import {
  defaultCalendar,
  defaultPolicy,
  nothingPublished,
  publishedAt,
  type PublishedPolicies,
  type SlaClock,
} from '@referral/sla-policy';
import fc from 'fast-check';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { history } from '../testing/random-history';
import { worklist } from './worklist';
import type { WorklistEntry, WorklistFacts } from './worklist-entry';

/** The entry after some events, each of which is shown what was published before it. */
const entryAfter = (events: readonly RecordedEvent<ReferralEvent>[], published: PublishedPolicies): WorklistEntry => {
  const before = ({ position }: RecordedEvent) => publishedAt(published, positionKey(position));
  const kept = events.reduce<WorklistFacts | null>(
    (facts, event) => worklist.evolve(facts, event, before(event)),
    null,
  );
  const newest = events.at(-1);
  if (!kept || !newest) throw new Error('There is no entry.');
  return completed(worklist, kept, before(newest));
};

const keyOf = (position: number) => positionKey({ commit: BigInt(position), prepare: BigInt(position) });

/** Versions that hold from some day of the history on, published in any place of the log before or within it. */
const publications: fc.Arbitrary<PublishedPolicies> = fc
  .array(
    fc.record({
      position: fc.integer({ min: 900, max: 1_260 }),
      day: fc.nat(40),
      amount: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 4,
    },
  )
  .map((versions) => {
    const inOrder = [...versions].sort((one, other) => one.position - other.position);
    const common = ({ position, day }: (typeof versions)[number], place: number) => ({
      version: place + 1,
      effectiveFrom: new Date(Date.UTC(2026, 2, 2 + day)).toISOString(),
      position: keyOf(position),
    });
    const faster = (clock: SlaClock, amount: number): SlaClock => {
      const days = { amount, unit: 'business_days' } as const;
      return { ...clock, allowed: { stat: days, urgent: days, expedited: days, routine: days } };
    };
    return {
      policies: inOrder.map((one, place) => ({
        ...{ id: 'policy-1', calendarId: 'calendar-1', ...common(one, place) },
        clocks: defaultPolicy.clocks.map((clock) => faster(clock, one.amount)),
      })),
      calendars: inOrder.map((one, place) => ({
        ...{ ...defaultCalendar, id: 'calendar-1', ...common(one, place) },
        holidays: [`2026-03-${String(10 + one.amount)}`],
      })),
    };
  });

const monday = '2026-03-02T15:00:00Z';
const tuesday = '2026-03-03T15:00:00Z';
const receivedAnd = (...more: readonly ReferralEvent[]) => recorded([facts.received(monday), ...more]);

describe('the clocks of a worklist entry', () => {
  it('are those that the log explains, by the same versions, whatever is published when', () => {
    fc.assert(
      fc.property(history('r1'), publications, (events, published) => {
        const asOf = '2027-01-01T00:00:00.000Z';
        const explained = explainClocks(events, published, asOf).filter(({ stop, clock }) => !stop && clock !== 'K6');
        const told = entryAfter(events, published).clocks.map(({ startedAt, dueAt, paused, ...clock }) => ({
          ...{ ...clock, startedAt, paused },
          // The rest of a clock that rests goes on.
          ...(paused ? { warnAt: null, dueAt: null } : { dueAt }),
        }));
        expect(told).toEqual(
          explained.map(({ start, dueAt, warnAt, paused, ...one }) => ({
            ...{ clock: one.clock, cycle: one.cycle, startedAt: start.at, urgency: one.urgency, paused },
            ...{ policyId: one.policyId, policyVersion: one.policyVersion },
            ...{ calendarId: one.calendarId, calendarVersion: one.calendarVersion },
            ...(paused ? { warnAt: null, dueAt: null } : { warnAt, dueAt }),
          })),
        );
      }),
    );
  });

  const slow = { amount: 9, unit: 'business_days' } as const;
  const clocks = defaultPolicy.clocks.map((clock) => ({
    ...clock,
    allowed: { stat: slow, urgent: slow, expedited: slow, routine: slow },
  }));
  const site = (effectiveFrom: string, position: number): PublishedPolicies => ({
    policies: [
      { id: 'policy-1', version: 1, calendarId: 'calendar-1', clocks, effectiveFrom, position: keyOf(position) },
    ],
    calendars: [],
  });

  it('keep the version that bound them when it changes, and those that start later go by the new one', () => {
    const entry = entryAfter(receivedAnd(facts.completed(tuesday), facts.holdPlaced(tuesday)), site(tuesday, 15));
    expect(entry.clocks).toMatchObject([
      { clock: 'K1', policyId: 'default', dueAt: '2026-03-03T15:00:00.000Z' },
      { clock: 'K9', policyId: 'default' },
      { clock: 'K2', policyId: 'policy-1', policyVersion: 1, calendarId: 'default', dueAt: '2026-03-16T14:00:00.000Z' },
    ]);
    expect(entry.due.K2).toBe('2026-03-16T14:00:00.000Z');
  });

  it('are overdue while they rest where they were overdue before', () => {
    const late = facts.holdPlaced('2026-03-20T15:00:00Z');
    const inTime = facts.holdPlaced(tuesday);
    const paused = (hold: ReferralEvent) =>
      entryAfter(receivedAnd(facts.accepted(monday), hold), nothingPublished).clocks.find(({ clock }) => clock === 'K8')
        ?.paused;
    expect([paused(late), paused(inTime)]).toEqual([false, true]);
  });

  it('go by a new urgency that came while they rested, also after they would have been overdue', () => {
    const events = recorded([
      facts.received(monday, { claimedUrgency: 'stat' }),
      facts.holdPlaced(tuesday),
      facts.urgencySet('2026-03-20T15:00:00Z'),
    ]);
    expect(entryAfter(events, nothingPublished).clocks.find(({ paused }) => paused)).toMatchObject({
      ...{ clock: 'K9', urgency: 'urgent' },
    });
  });

  it('have the patient tried again by the days on which the site works', () => {
    const tried = receivedAnd(facts.accepted(monday), facts.contactAttempted(monday));
    const published = {
      policies: [{ ...defaultPolicy, calendarId: 'calendar-1', position: keyOf(1) }],
      calendars: [{ ...defaultCalendar, id: 'calendar-1', holidays: ['2026-03-04'], position: keyOf(2) }],
    };
    expect(entryAfter(tried, nothingPublished).outreach.nextAttemptAt).toBe('2026-03-05T15:00:00.000Z');
    expect(entryAfter(tried, published).outreach.nextAttemptAt).toBe('2026-03-06T15:00:00.000Z');
  });
});
