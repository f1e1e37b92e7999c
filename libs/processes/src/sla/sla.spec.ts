import { describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
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
  scheduled,
  triageStarted,
  urgencyAssigned,
  warned,
} from '@referral/referral/testing';
import { defaultCalendar, defaultPolicy } from '@referral/sla-policy';
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

  it('are not watched for what is on record', () => {
    const { waiting } = given(...histories.accepted, warned).when({ fact: breached });
    expect(timersOf('K8', waiting.timers)).toEqual({});
  });

  it('rest while the policy lets them, and are due so much later', () => {
    expect(timersOf('K8', given(...histories.accepted).when({ fact: held }).waiting.timers)).toEqual({});
    const { waiting } = given(...histories.accepted, held).when({ fact: holdReleased });
    expect(timersOf('K8', waiting.timers)['K8-1-breached']).toBe('2026-03-11T14:30:00.000Z');
  });

  it('count anew from their start when the urgency changes', () => {
    const urgent = effective(but(urgencyAssigned, { to: 'urgent' }), '2026-03-03T10:00:00-05:00');
    const { waiting } = given(...histories.accepted).when({ fact: urgent });
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

  it('have somebody called when so much of their time has passed as the policy of the site says, once', () => {
    const levels = [
      { atFraction: 0.5, level: 1, to: 'lead' },
      { atFraction: 1, level: 2, to: 'director' },
    ];
    const clocks = defaultPolicy.clocks.map((clock) =>
      clock.clock === 'K8' ? { ...clock, escalationLevels: levels } : clock,
    );
    const policy = { ...defaultPolicy, id: 'policy-1', effectiveFrom: '2026-03-02T00:00:00Z', position: first, clocks };
    const here = reacts(sla, { ...defaultSite, published: { policies: [policy], calendars: [] } });
    const { waiting } = here.given(...triaged).when({ fact: accepted });
    const half = '2026-03-06T03:00:00.000Z';
    expect(timersOf('K8', waiting.timers)).toMatchObject({
      'K8-1-level1': half,
      'K8-1-level2': '2026-03-09T14:30:00.000Z',
    });
    const call = { level: 1, to: 'lead', cause: 'sla_warning', clock: 'K8' } as const;
    const due = { due: 'K8-1-level1', at: half };
    here
      .given(...histories.accepted)
      .when(due)
      .then({ commands: [['EscalateReferral', call]] });
    const called = here.given(...histories.accepted).when(due, { fact: effective(but(escalated, call), half) });
    expect(timersOf('K8', called.waiting.timers)).not.toHaveProperty('K8-1-level1');
    const before = here.given(...histories.accepted).when({ fact: escalated });
    expect(timersOf('K8', before.waiting.timers)).not.toHaveProperty('K8-1-level1');
    expect(timersOf('K8', before.waiting.timers)).toHaveProperty('K8-1-level2');
    const refused = {
      settled: 'EscalateReferral',
      outcome: { outcome: 'refused', code: 'CONTRADICTS_RECORD' },
    } as const;
    const later = { fact: effective(noted, '2026-03-06T09:00:00-05:00') };
    const left = here.given(...histories.accepted).when(due, refused, later);
    expect(timersOf('K8', left.waiting.timers)).not.toHaveProperty('K8-1-level1');
    const booked = here.given(...histories.accepted).when({ fact: scheduled });
    expect(timersOf('K8', booked.waiting.timers)).toEqual({});
  });
});
