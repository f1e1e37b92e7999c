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
  escalated,
  held,
  holdReleased,
  histories,
  noted,
  received,
  reopened,
  scheduled,
  triageStarted,
  urgencyAssigned,
  warned,
} from '@referral/referral/testing';
import { defaultCalendar, defaultPolicy, type EscalationLevel } from '@referral/sla-policy';
import { defaultSite } from '../site';
import { reacts } from '../testing/given';
import { sla } from './sla';

const { given } = reacts(sla);

/** Where policies stand in the log that are published before the referral begins. */
const first = positionKey({ commit: 1n, prepare: 1n });

type Reacted = ReturnType<ReturnType<typeof given>['when']>;

/** What the errands that came of a step say. */
const bodiesOf = ({ events }: Reacted) =>
  events.flatMap(({ type, data }) =>
    type === 'ErrandGiven' && data.errand.kind === 'command' ? [data.errand.body] : [],
  );

/** What a specification asks about one clock. */
const timersOf = (clock: string, timers: Readonly<Record<string, { readonly dueAt: string }>>) =>
  Object.fromEntries(
    Object.entries(timers)
      .filter(([id]) => id.startsWith(`${clock}-`))
      .map(([id, { dueAt }]) => [id, dueAt]),
  );

const triaged = [received, complete, triageStarted, urgencyAssigned];

/** The life of a referral that was closed, with what became of its booking in between, up to its reopening. */
const closedAfter = (...outcomes: readonly ReferralEvent[]) => [
  ...histories.accepted,
  ...outcomes,
  ...histories.closed.slice(histories.accepted.length),
];
const reopenedToBook = but(reopened, { toStage: 'accepted' });

const urgent = but(urgencyAssigned, { to: 'urgent' });

const dueAt = '2026-03-09T14:30:00.000Z';
/** Two days of a hold later. */
const laterDueAt = '2026-03-11T14:30:00.000Z';

describe('the clocks', () => {
  it('are set when what they count from happens', () => {
    const { waiting } = given(...triaged).when({ fact: accepted });
    expect(timersOf('K8', waiting.timers)).toEqual({
      'K8-1-warning': '2026-03-08T05:06:00.000Z',
      'K8-1-breached': '2026-03-09T14:30:00.000Z',
    });
  });

  it('stop when what they wait for happens in time, and that is on record', () => {
    const reacted = given(...histories.accepted).when({ fact: scheduled });
    expect(bodiesOf(reacted)).toMatchObject([
      { outcome: 'met', clock: 'K8', cycle: 1, policyId: 'default', policyVersion: 1 },
    ]);
    expect(timersOf('K8', reacted.waiting.timers)).toEqual({});
  });

  it('warn, and tell when they are broken, once each', () => {
    const warn = { due: 'K8-1-warning', at: '2026-03-08T05:06:00Z' };
    const broken = { due: 'K8-1-breached', at: '2026-03-09T14:30:00Z' };
    const said = (outcome: string) => [{ outcome, clock: 'K8', dueAt: '2026-03-09T14:30:00.000Z' }];
    const { when } = given(...histories.accepted);
    expect(bodiesOf(when(warn))).toMatchObject(said('warning'));
    expect(bodiesOf(when(broken))).toMatchObject(said('breached'));
    expect(bodiesOf(when(broken))).toEqual([]);
  });

  it('tell of a broken deadline by the fact that came too late, when nobody watched before', () => {
    const late = effective(scheduled, '2026-03-20T09:00:00-04:00');
    const reacted = given(...histories.accepted).when({ fact: late });
    expect(bodiesOf(reacted)).toMatchObject([{ outcome: 'breached', clock: 'K8' }]);
  });

  it.each([
    { told: 'that they warned', facts: [warned], left: ['K8-1-breached'] },
    { told: 'that they warned and are broken', facts: [warned, breached], left: [] },
    { told: 'that they are broken, of which nobody warned', facts: [breached], left: [] },
    {
      told: 'that another clock is broken',
      facts: [but(breached, { clock: 'K4' })],
      left: ['K8-1-breached', 'K8-1-warning'],
    },
  ])('are watched for what may come of them yet, when it is on record $told', ({ facts, left }) => {
    const { waiting } = given(...histories.accepted, ...facts).when({
      fact: effective(noted, '2026-03-05T11:00:00-05:00'),
    });
    expect(Object.keys(timersOf('K8', waiting.timers)).sort()).toEqual(left);
  });

  it('are watched anew when they start again, whatever came of them before', () => {
    const { waiting } = given(...closedAfter(warned, breached)).when({ fact: reopenedToBook });
    expect(Object.keys(timersOf('K8', waiting.timers)).sort()).toEqual(['K8-2-breached', 'K8-2-warning']);
  });

  it('are broken once, also when what they wait for happens at last', () => {
    const late = effective(scheduled, '2026-03-20T09:00:00-04:00');
    expect(bodiesOf(given(...histories.accepted, breached).when({ fact: late }))).toEqual([]);
  });

  it('are left as they are by what bears on none of them', () => {
    given(...histories.accepted)
      .when({ fact: effective(noted, '2026-03-03T09:00:00-05:00') })
      .thenNothing();
  });

  it.each([
    { told: 'they have stopped', unheard: [scheduled], expected: {} },
    { told: 'they rest', unheard: [held], expected: {} },
    {
      told: 'they have rested',
      unheard: [held, holdReleased],
      expected: { timers: { 'K8-1-breached': laterDueAt } },
    },
  ])('are not broken when $told, though nobody has heard of it yet', ({ unheard, expected }) => {
    given(...histories.accepted)
      .when(...unheard.map((fact) => ({ unheard: fact })), { due: 'K8-1-breached', at: dueAt })
      .then(expected);
  });

  it('rest while the policy lets them, and are due so much later', () => {
    expect(timersOf('K8', given(...histories.accepted).when({ fact: held }).waiting.timers)).toEqual({});
    const { waiting } = given(...histories.accepted, held).when({ fact: holdReleased });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe(laterDueAt);
  });

  it('tell with their outcome how long they rested', () => {
    const inTime = { fact: effective(scheduled, '2026-03-10T09:00:00-04:00') };
    const reacted = given(...histories.accepted, held, holdReleased).when(inTime);
    expect(bodiesOf(reacted)).toMatchObject([
      { outcome: 'met', clock: 'K8', dueAt: laterDueAt, pausedMinutes: 2 * 24 * 60 },
    ]);
  });

  it('count anew from their start when the urgency changes', () => {
    const sooner = effective(urgent, '2026-03-03T10:00:00-05:00');
    const { waiting } = given(...histories.accepted).when({ fact: sooner });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe('2026-03-04T15:30:00.000Z');
  });

  it('keep an hour of the wall clock when daylight saving begins within them', () => {
    const { waiting } = given(...histories.scheduled).when({ fact: attended });
    expect(timersOf('K11', waiting.timers)['K11-1-breached']).toBe('2026-03-30T14:00:00.000Z');
    const inAutumn = given(...triaged, effective(accepted, '2026-10-26T10:30:00-04:00')).when(
      { fact: effective(held, '2026-10-26T10:31:00-04:00') },
      { fact: effective(holdReleased, '2026-10-26T10:31:00-04:00') },
    );
    expect(timersOf('K8', inAutumn.waiting.timers)['K8-1-breached']).toBe('2026-11-02T15:30:00.000Z');
  });

  it('count a leap day like any other', () => {
    const inFebruary = triaged.map((fact) => effective(fact, '2028-02-25T10:00:00-05:00'));
    const { waiting } = given(...inFebruary).when({ fact: effective(accepted, '2028-02-25T10:30:00-05:00') });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe('2028-03-03T15:30:00.000Z');
  });

  it('go by the policy and the calendar that the site had published when they start', () => {
    const days = { amount: 2, unit: 'business_days' } as const;
    const allowed = { stat: days, urgent: days, expedited: days, routine: days };
    const policy = {
      ...{
        ...defaultPolicy,
        id: 'policy-1',
        version: 3,
        effectiveFrom: '2026-03-02T00:00:00Z',
        calendarId: 'calendar-1',
        position: first,
      },
      clocks: defaultPolicy.clocks.map((clock) => (clock.clock === 'K8' ? { ...clock, allowed } : clock)),
    };
    const calendar = {
      ...defaultCalendar,
      id: 'calendar-1',
      effectiveFrom: '2026-03-02T00:00:00Z',
      position: first,
      holidays: ['2026-03-03'],
    };
    const published = { policies: [policy], calendars: [calendar] };
    const here = reacts(sla, { ...defaultSite, published });
    const { waiting } = here.given(...triaged).when({ fact: accepted });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe('2026-03-05T15:30:00.000Z');
    const reacted = here.given(...histories.accepted).when({ due: 'K8-1-breached', at: '2026-03-05T15:30:00Z' });
    expect(bodiesOf(reacted)).toMatchObject([
      { outcome: 'breached', policyId: 'policy-1', policyVersion: 3, calendarId: 'calendar-1' },
    ]);
    const later = { ...published, policies: [{ ...policy, effectiveFrom: '2026-03-02T16:00:00Z' }] };
    const bound = reacts(sla, { ...defaultSite, published: later })
      .given(...triaged)
      .when({ fact: accepted });
    expect(timersOf('K8', bound.waiting.timers)['K8-1-breached']).toBe('2026-03-09T14:30:00.000Z');
  });

  it('rest by a hold where the policy of the site lets them, and not where it does not', () => {
    const clocks = defaultPolicy.clocks.map((clock) => ({ ...clock, pausableBy: [] }));
    const policy = { ...defaultPolicy, id: 'policy-1', effectiveFrom: '2026-03-02T00:00:00Z', position: first, clocks };
    const here = reacts(sla, { ...defaultSite, published: { policies: [policy], calendars: [] } });
    const { waiting } = here.given(...histories.accepted).when({ fact: held });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe('2026-03-09T14:30:00.000Z');
  });
});

/** A site whose policy has people called when so much of the time for the booking has passed. */
const calling = (...escalationLevels: readonly EscalationLevel[]) => {
  const clocks = defaultPolicy.clocks.map((clock) => (clock.clock === 'K8' ? { ...clock, escalationLevels } : clock));
  const policy = { ...defaultPolicy, id: 'policy-1', effectiveFrom: '2026-03-02T00:00:00Z', position: first, clocks };
  return reacts(sla, { ...defaultSite, published: { policies: [policy], calendars: [] } });
};

describe('the calls that the policy of a site wants', () => {
  const lead = { level: 1, to: 'lead' } as const;
  const director = { level: 2, to: 'director' } as const;
  const here = calling({ atFraction: 0.5, ...lead }, { atFraction: 1, ...director });
  const half = '2026-03-06T03:00:00.000Z';
  const called = effective(but(escalated, { ...lead, cause: 'sla_warning', clock: 'K8' }), half);
  const due = { due: 'K8-1-level1', at: half };
  const refused = {
    settled: 'EscalateReferral',
    outcome: { outcome: 'refused', code: 'CONTRADICTS_RECORD' },
  } as const;

  type Story = ReturnType<ReturnType<typeof here.given>['when']>;

  /** The calls that are waited for, with the instant. */
  const callsOf = ({ waiting }: Story) =>
    Object.fromEntries(Object.entries(timersOf('K8', waiting.timers)).filter(([id]) => id.includes('-level')));

  it('are waited for until so much of the time has passed', () => {
    const reacted = here.given(...triaged).when({ fact: accepted });
    expect(callsOf(reacted)).toEqual({ 'K8-1-level1': half, 'K8-1-level2': dueAt });
  });

  it.each([
    { timer: 'K8-1-level1', at: half, call: { ...lead, cause: 'sla_warning', clock: 'K8' } },
    { timer: 'K8-1-level2', at: dueAt, call: { ...director, cause: 'sla_breach', clock: 'K8' } },
  ])('are made then: $call.to, for $call.cause', ({ timer, at, call }) => {
    here
      .given(...histories.accepted)
      .when({ due: timer, at })
      .then({ commands: [['EscalateReferral', call]] });
  });

  it.each([
    { told: 'the lead', fact: called, left: ['K8-1-level2'] },
    { told: 'the director, who is higher up', fact: but(called, director), left: [] },
    { told: 'the lead about another clock', fact: but(called, { clock: 'K9' }), left: ['K8-1-level1', 'K8-1-level2'] },
  ])('are waited for as far as they were not made, when somebody has called $told', ({ fact, left }) => {
    const reacted = here.given(...histories.accepted).when({ fact: effective(fact, '2026-03-04T09:00:00-05:00') });
    expect(Object.keys(callsOf(reacted))).toEqual(left);
  });

  it('remember who was called, about what and when, and nothing else that happened', () => {
    const { view } = here.given(...histories.accepted, called).when({ fact: noted });
    expect(view.escalations).toEqual([{ clock: 'K8', level: 1, at: half }]);
  });

  it('are made again when the clock starts again', () => {
    const reacted = here.given(...closedAfter(called)).when({ fact: reopenedToBook });
    expect(Object.keys(callsOf(reacted))).toEqual(['K8-2-level1', 'K8-2-level2']);
  });

  it('rest with the clock, and are made so much later', () => {
    expect(callsOf(here.given(...histories.accepted).when({ fact: held }))).toEqual({});
    const later = { 'K8-1-level1': '2026-03-07T03:00:00.000Z', 'K8-1-level2': laterDueAt };
    expect(callsOf(here.given(...histories.accepted, held).when({ fact: holdReleased }))).toEqual(later);
    here
      .given(...histories.accepted)
      .when({ unheard: held }, { unheard: holdReleased }, { ...due, at: holdReleased.occurredAt })
      .then({ timers: { 'K8-1-level1': '2026-03-07T03:00:00.000Z' } });
  });

  it('are made when the hold is over, if so much of the time has passed by then', () => {
    const early = calling({ atFraction: 0.4, ...lead });
    expect(callsOf(early.given(...histories.accepted, held).when({ fact: holdReleased }))).toEqual({
      'K8-1-level1': '2026-03-06T05:30:00.000Z',
    });
  });

  it('are made when they are overdue before anybody hears of what they count from', () => {
    const reacted = here.given(...triaged).when({ fact: accepted, heardAt: '2026-03-07T09:00:00Z' });
    expect(callsOf(reacted)).toEqual({ 'K8-1-level1': half, 'K8-1-level2': dueAt });
  });

  it('are not forgotten when something else is heard of before they are made late', () => {
    here
      .given(...histories.accepted)
      .when({ fact: effective(noted, '2026-03-07T09:00:00-05:00') })
      .thenNothing();
  });

  it('are not tried again when they were refused, unless the patient is to be seen sooner', () => {
    const { when } = here.given(...histories.accepted);
    when(due, refused);
    for (const at of [half, '2026-03-06T09:00:00-05:00'])
      expect(callsOf(when({ fact: effective(noted, at) }))).not.toHaveProperty('K8-1-level1');
    const sooner = { fact: effective(urgent, '2026-03-06T09:00:00-05:00') };
    expect(callsOf(when(sooner))).toHaveProperty('K8-1-level1');
  });

  it('are made no more when the clock has stopped', () => {
    expect(callsOf(here.given(...histories.accepted).when({ fact: scheduled }))).toEqual({});
    here
      .given(...histories.accepted)
      .when({ unheard: scheduled }, due)
      .thenNothing();
  });
});
