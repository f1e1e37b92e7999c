import { describe, expect, it } from '@jest/globals';
import { matches } from '@referral/conditions';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { defaultCalendar } from '@referral/sla-policy';
import fc from 'fast-check';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { history } from '../testing/random-history';
import { nextDue } from './due-fields';
import { type Onlooker, queueBySlug, queueQuery, standings } from './queue-query';
import { queueTable } from './queue-table';
import { queues, referralQueues } from './queues';
import { worklist } from './worklist';
import type { WorklistEntry } from './worklist-entry';

/** Monday 2 and Wednesday 4 March 2026, 10:00 in New York. */
const monday = '2026-03-02T15:00:00Z';
const now = '2026-03-04T15:00:00.000Z';

const onlooker: Onlooker = {
  now,
  userId: 'user-1',
  absent: ['coordinator-1'],
  calendar: defaultCalendar,
  teams: null,
  seesSensitive: true,
};

const entryOf = (...events: readonly ReferralEvent[]): WorklistEntry => {
  const { document } = projects(worklist).given(...recorded(events));
  if (!document) throw new Error('There is no entry.');
  return document;
};

/** The queues in which it stands, as its page tells and as the database would find. */
const queuesOf = (events: readonly ReferralEvent[], at = now, userId = 'lead-1'): readonly string[] => {
  const entry = entryOf(...events);
  const looking = { ...onlooker, now: at, userId };
  const standing = standings(entry, looking).map(({ queue }) => queue.id);
  const found = referralQueues.filter((queue) => matches({ ...entry }, queueQuery(queue, looking).filter));
  expect(found.map(({ id }) => id)).toEqual(standing);
  return standing;
};

const received = facts.received(monday, { missingItems: ['ecg'] });
const urgent = facts.received(monday, { claimedUrgency: 'urgent' });
const complete = [facts.received(monday), facts.completed(monday)];
const accepted = [...complete, facts.triageStarted(monday), facts.accepted(monday)];
const ready = [...accepted, facts.verified(monday)];
const booked = [...ready, facts.scheduled(monday)];
const prepared = [...booked, facts.transmissionRequested(monday), facts.transmitted(monday)];
const seen = [...booked, facts.attended('2026-03-16T15:00:00Z')];
const reported = [...seen, facts.reported('2026-03-17T15:00:00Z')];
const required = [...accepted, facts.verified(monday, { authRequired: 'yes' })];
const told = (at: string) => facts.statusUpdateGiven(at);
const copy = {
  authorizationId: 'authorization-1',
  validity: undefined,
  unitsApproved: undefined,
  unitsRemaining: undefined,
};
const authorization = (changes: Parameters<typeof facts.authorized>[1]) =>
  facts.authorized(monday, { ...copy, number: undefined, ...changes } as Parameters<typeof facts.authorized>[1]);
const denied = authorization({ status: 'denied' });
const choosesAlone = facts.appointmentOffered(monday, { offeredVia: 'portal' });
const needsInterpreter = [facts.received(monday, { interpreterNeeded: true }), ...booked.slice(1)];

/** A history that ends in a queue, and one like it that does not; each as it is at an instant. */
interface Case {
  readonly stands: readonly [readonly ReferralEvent[], string?];
  readonly standsToo?: readonly [readonly ReferralEvent[], string?];
  readonly not: readonly [readonly ReferralEvent[], string?];
  readonly norThis?: readonly [readonly ReferralEvent[], string?];
}

const cases: Readonly<Record<string, Case>> = {
  Q04: { stands: [complete], not: [[...complete, facts.triageStarted(monday)]] },
  Q05: { stands: [[received]], not: [[received, facts.requested(monday, { blocksTriage: false })]] },
  Q06: {
    stands: [[received, facts.requested(monday, { dueAt: '2026-03-04T14:59:59Z' })]],
    not: [[received, facts.requested(monday, { dueAt: '2026-03-04T15:00:00Z' })]],
  },
  Q07: {
    stands: [[received, facts.requested(monday, { dueAt: '2026-03-04T15:00:00Z' })]],
    not: [[received, facts.requested(monday, { dueAt: '2026-03-04T14:59:59Z' })]],
  },
  Q08: { stands: [complete], not: [[received]], norThis: [[...complete, facts.holdPlaced(monday)]] },
  Q09: { stands: [[facts.received(monday, { claimedUrgency: 'stat' })]], not: [complete] },
  Q10: {
    stands: [accepted],
    standsToo: [[...accepted, facts.verified(monday, { validThrough: '2026-03-10' }), facts.scheduled(monday)]],
    not: [ready],
  },
  Q11: {
    stands: [[...accepted, facts.notCovered(monday)]],
    standsToo: [[...accepted, facts.verified(monday, { outcome: 'inactive' })]],
    not: [[...accepted, facts.notCovered(monday), facts.coverageDecided(monday)]],
  },
  Q12: {
    stands: [required],
    standsToo: [[...accepted, facts.needDetermined(monday)]],
    not: [[...required, authorization({ status: 'submitted' })]],
  },
  Q13: {
    stands: [[...required, authorization({ status: 'pended', infoDueAt: '2026-03-09T15:00:00Z' })]],
    not: [[...required, authorization({ status: 'pended' })]],
  },
  Q14: {
    stands: [[...required, authorization({ status: 'submitted', decisionDueAt: '2026-03-04T14:59:59Z' })]],
    not: [[...required, authorization({ status: 'submitted', decisionDueAt: '2026-03-04T15:00:00Z' })]],
    norThis: [[...required, authorization({ status: 'denied', decisionDueAt: '2026-03-04T14:59:59Z' })]],
  },
  Q15: {
    stands: [[...required, authorization({ status: 'denied', appealDeadline: '2026-05-01' })]],
    standsToo: [
      [...required, facts.coverageDecided(monday), denied, facts.coverageDecided(monday, { choice: 'appeal' })],
    ],
    not: [[...required, authorization({ status: 'appeal_filed' })]],
    norThis: [[...required, denied, facts.coverageDecided(monday)]],
  },
  Q16: {
    stands: [
      [...required, authorization({ status: 'approved', validity: { start: '2026-03-01', end: '2026-03-17' } })],
    ],
    standsToo: [
      [
        ...required,
        authorization({ status: 'approved', validity: { start: '2026-03-01', end: '2026-03-31' } }),
        facts.scheduled(monday, { start: '2026-04-01T14:00:00Z', end: '2026-04-01T15:00:00Z' }),
      ],
    ],
    not: [[...required, authorization({ status: 'approved', validity: { start: '2026-03-01', end: '2026-03-18' } })]],
    norThis: [[...required, authorization({ status: 'approved' })]],
  },
  Q17: {
    stands: [ready],
    standsToo: [[...ready, choosesAlone, facts.contactAttempted(monday, { outcome: 'reached' })]],
    not: [[...ready, choosesAlone], '2026-03-23T14:00:00.000Z'],
    norThis: [booked],
  },
  Q18: {
    stands: [accepted],
    standsToo: [[...accepted, facts.contactAttempted(monday)], '2026-03-05T15:00:00.000Z'],
    not: [[...accepted, facts.contactAttempted(monday)], now],
    norThis: [accepted, '2026-03-05T04:00:00.000Z'],
  },
  Q19: {
    stands: [[...accepted, facts.outreachExhausted(monday)]],
    not: [[...accepted, facts.contactAttempted(monday)]],
  },
  Q20: {
    stands: [[...ready, facts.bookingDeferredToProvider(monday)], '2026-03-09T21:00:00.001Z'],
    not: [[...ready, facts.bookingDeferredToProvider(monday)], '2026-03-09T21:00:00.000Z'],
    norThis: [[...ready, facts.bookingDeferredToProvider(monday), facts.scheduled(monday)], '2026-03-09T21:00:00.001Z'],
  },
  Q21: {
    stands: [[...ready, facts.waitlistJoined(monday)]],
    not: [[...ready, facts.waitlistJoined(monday), facts.waitlistLeft(monday)]],
  },
  Q22: {
    stands: [booked, '2026-03-09T14:00:00.000Z'],
    standsToo: [
      [...required, facts.scheduled(monday), facts.transmissionRequested(monday), facts.transmitted(monday)],
      '2026-03-10T15:00:00.000Z',
    ],
    not: [prepared, '2026-03-10T15:00:00.000Z'],
    norThis: [booked, '2026-03-09T13:59:00.000Z'],
  },
  Q23: { stands: [booked, '2026-03-17T15:00:00.001Z'], not: [booked, '2026-03-17T15:00:00.000Z'] },
  Q24: {
    stands: [[...booked, facts.missed('2026-03-16T15:00:00Z')]],
    standsToo: [[...booked, facts.cancelled(monday)]],
    not: [[...booked, facts.missed(monday), facts.scheduled(monday, { appointmentId: 'appointment-2' })]],
  },
  Q25: { stands: [seen, '2026-04-15T15:00:00.000Z'], not: [seen, '2026-03-20T15:00:00.000Z'] },
  Q26: { stands: [reported], not: [[...reported, facts.forwarded(monday)]] },
  Q27: { stands: [[...reported, facts.forwarded('2026-03-17T15:00:00Z')]], not: [reported] },
  Q28: {
    stands: [[...reported, facts.forwarded('2026-03-17T15:00:00Z'), facts.acknowledged('2026-03-18T15:00:00Z')]],
    not: [[...reported, facts.forwarded(monday)]],
    norThis: [
      [...reported, facts.forwarded(monday), facts.acknowledged(monday), facts.followUpPlanned('2026-03-18T15:00:00Z')],
    ],
  },
  Q29: {
    stands: [[...accepted, facts.cancellationRequested(monday)]],
    not: [[...accepted, facts.cancellationRequested(monday), facts.cancellationRefused(monday)]],
  },
  Q30: {
    stands: [[...ready, facts.transmissionRequested(monday), facts.transmissionFailed(monday)]],
    standsToo: [prepared, '2026-03-03T15:00:00.001Z'],
    not: [prepared, '2026-03-03T15:00:00.000Z'],
    norThis: [[...prepared, facts.delivered(monday)]],
  },
  Q31: {
    stands: [[...ready, facts.holdPlaced(monday)], '2026-03-11T13:00:00.001Z'],
    not: [[...ready, facts.holdPlaced(monday)], '2026-03-11T13:00:00.000Z'],
    norThis: [[...ready, facts.holdPlaced(monday), facts.holdReleased(monday)], '2026-03-11T13:00:00.001Z'],
  },
  Q32: {
    // One business day from Monday 10:00 is Tuesday 10:00; 80 % of that day pass at 05:12.
    stands: [[facts.received(monday)], '2026-03-03T10:12:00.000Z'],
    not: [[facts.received(monday)], '2026-03-03T10:11:59.999Z'],
    norThis: [[facts.received(monday)], '2026-03-03T15:00:00.001Z'],
  },
  Q33: {
    stands: [complete, '2026-03-03T15:00:00.001Z'],
    not: [complete, '2026-03-03T15:00:00.000Z'],
    norThis: [
      [...complete, facts.referralEscalated(monday), facts.escalationAcknowledged(monday)],
      '2026-03-03T15:00:00.001Z',
    ],
  },
  Q34: {
    stands: [complete, '2026-03-09T14:00:00.001Z'],
    standsToo: [[urgent], '2026-03-03T15:00:00.001Z'],
    not: [complete, '2026-03-09T14:00:00.000Z'],
    norThis: [[...complete, facts.holdPlaced(monday)], '2026-03-12T15:00:00.000Z'],
  },
  Q35: {
    stands: [complete, '2026-03-16T14:00:00.001Z'],
    standsToo: [[urgent, told('2026-03-03T15:00:00Z')], '2026-03-06T15:00:00.001Z'],
    not: [[...complete, told('2026-03-03T15:00:00Z')], '2026-03-16T14:00:00.001Z'],
  },
  Q36: { stands: [complete, '2026-08-20T15:00:00.000Z'], not: [booked, '2026-08-20T15:00:00.000Z'] },
  Q37: {
    stands: [[...ready, facts.barrierIdentified(monday)]],
    not: [[...ready, facts.barrierIdentified(monday), facts.barrierResolved(monday)]],
  },
  Q38: {
    stands: [needsInterpreter],
    not: [[...needsInterpreter, facts.interpreterArranged(monday)]],
    norThis: [needsInterpreter.slice(0, -1)],
  },
  Q39: {
    stands: [[...complete, facts.necessityDisputeRaised(monday)]],
    not: [[...complete, facts.necessityDisputeRaised(monday), facts.necessityDisputeResolved(monday)]],
  },
  Q41: {
    stands: [complete],
    not: [[...complete, facts.referralAssigned(monday)]],
    norThis: [[...complete, facts.declined(monday)]],
  },
  Q42: {
    stands: [[...complete, facts.referralAssigned(monday)]],
    not: [complete],
    norThis: [[...complete, facts.referralAssigned(monday, { coordinatorId: 'coordinator-3' })]],
  },
  Q43: {
    stands: [[...complete, facts.referralAssigned(monday)]],
    not: [[...complete, facts.referralAssigned(monday), facts.referralCoverageStarted(monday)]],
    norThis: [[...complete, facts.referralAssigned(monday, { coordinatorId: 'coordinator-3' })]],
  },
  Q44: {
    // Due on Thursday at 09:00; the working day ends at 17:00.
    stands: [[...complete, facts.reminderSet(monday)], '2026-03-05T13:00:00.000Z'],
    standsToo: [
      [...complete, facts.reminderSet(monday, { dueAt: '2026-03-05T22:30:00Z' })],
      '2026-03-05T23:00:00.000Z',
    ],
    not: [[...complete, facts.reminderSet(monday)], now],
    norThis: [[...complete, facts.reminderSet(monday), facts.reminderCleared(monday)], '2026-03-05T13:00:00.000Z'],
  },
  Q46: {
    stands: [[...complete, facts.consented(monday, { status: 'revoked' })]],
    not: [[...complete, facts.consented(monday)]],
  },
  Q47: {
    stands: [[...accepted, facts.destinationTold(monday, { status: 'suspended' })]],
    not: [[...accepted, facts.destinationTold(monday)]],
  },
};

describe('work queues', () => {
  it.each(referralQueues.map(({ id, name }) => [id, name]))('%s (%s) has what belongs in it and nothing else', (id) => {
    const known = cases[id];
    if (!known) throw new Error(`${id} has no case.`);
    const { stands, standsToo = stands, not, norThis = not } = known;
    const userId = id === 'Q42' ? 'coordinator-1' : 'lead-1';
    for (const [events, at] of [stands, standsToo]) expect(queuesOf(events, at, userId)).toContain(id);
    for (const [events, at] of [not, norThis]) expect(queuesOf(events, at, userId)).not.toContain(id);
  });

  it('are those of the list, and one for what would wait unseen', () => {
    const listed = Array.from({ length: 47 }, (_, index) => `Q${String(index + 1).padStart(2, '0')}`);
    expect(queues.map(({ id }) => id)).toEqual([...listed, 'Q48']);
    expect(new Set(queues.map(({ slug }) => slug)).size).toBe(queues.length);
  });

  it('have no gap for a visit of a patient who pays what was denied', () => {
    const pays = [...required, denied, facts.coverageDecided(monday, { choice: 'self_pay' })];
    expect(queuesOf(pays)).toContain('Q17');
    const visit = [...pays, facts.scheduled(monday), facts.transmissionRequested(monday), facts.transmitted(monday)];
    expect(queuesOf(visit, '2026-03-15T15:00:00.000Z')).not.toContain('Q22');
  });

  it('are found under the keys of an entry whenever it stands in them', () => {
    fc.assert(
      fc.property(history('r1'), fc.nat(100_000), (events, minutes) => {
        const { document } = projects(worklist).given(...events);
        if (!document) throw new Error('There is no entry.');
        const at = new Date(Date.parse(monday) + minutes * 60_000).toISOString();
        const looking = { ...onlooker, now: at, userId: document.coordinatorId ?? 'user-1' };
        const standing = standings(document, looking).map(({ queue }) => queue.id);
        const found = referralQueues.filter((queue) => matches({ ...document }, queueQuery(queue, looking).filter));
        expect(found.map(({ id }) => id)).toEqual(standing);
      }),
      { numRuns: 300 },
    );
  });

  it('leave the index to open referrals', () => {
    expect(entryOf(...complete).queueKeys).toEqual(expect.arrayContaining(['Q04', 'Q08', 'Q41']));
    expect(entryOf(...complete, facts.referralAssigned(monday)).queueKeys).toContain('Q42 coordinator-1');
    expect(entryOf(...complete, facts.declined(monday)).queueKeys).toEqual([]);
  });

  it('are documented from their definitions', () => {
    const { headings, rows } = queueTable();
    expect(rows.length).toBe(queues.length);
    const [id, slug, name, of, filter = ''] = rows[4] ?? [];
    expect([id, slug, name, of]).toEqual(['Q05', '`incomplete`', 'Incomplete, to be requested', 'referrals']);
    expect(filter).toMatch(/^stage in received, in_triage and facets\.documents\.missingMandatory > 0 and/);
    for (const cells of [headings, ...rows]) expect(cells.length).toBe(8);
  });

  it('shows a coordinator what is theirs, and what they cover for', () => {
    const entry = entryOf(...complete);
    const slugs = (changed: Partial<WorklistEntry>) =>
      standings({ ...entry, ...changed }, { ...onlooker, userId: 'ana' }).map(({ queue }) => queue.slug);
    expect(slugs({ coordinatorId: 'ana' })).toContain('my-work');
    expect(slugs({ coordinatorId: 'ben', coveringForId: 'ana' })).toContain('my-work');
    expect(slugs({ coordinatorId: 'ben' })).not.toContain('my-work');
  });

  it('let no open referral stand in none of them, and no finished one in any', () => {
    fc.assert(
      fc.property(history('r1'), fc.nat(100_000), (events, minutes) => {
        const { document } = projects(worklist).given(...events);
        if (!document) throw new Error('There is no entry.');
        const at = new Date(Date.parse(monday) + minutes * 60_000).toISOString();
        const found = standings(document, { ...onlooker, now: at, userId: document.coordinatorId ?? 'user-1' });
        expect(found.length > 0).toBe(document.open);
      }),
      { numRuns: 300 },
    );
  });

  it('let no assigned open referral out of the sight of whoever has it', () => {
    fc.assert(
      fc.property(history('r1'), (events) => {
        const { document } = projects(worklist).given(...events);
        if (!document?.open) return;
        const found = standings({ ...document, coordinatorId: 'ana' }, { ...onlooker, userId: 'ana' });
        expect(found.map(({ queue }) => queue.id)).toContain('Q42');
      }),
    );
  });

  it('say why a referral stands in them', () => {
    const [first] = standings(entryOf(received), onlooker);
    expect(first?.why).toBe(
      'Received at 2026-03-02T15:00:00.000Z and not acknowledged; that is due at 2026-03-03T15:00:00.000Z.',
    );
    for (const { why } of standings(entryOf(...reported), onlooker)) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('never say of what has no due time that it is due in the year 9999', () => {
    const without: Partial<WorklistEntry> = nextDue([]);
    const whys = [complete, ready].flatMap((events) =>
      standings({ ...entryOf(...events), ...without }, onlooker).map(({ why }) => why),
    );
    expect(whys).toContain('It is complete and a triage decision is awaited.');
    expect(whys).toContain('Every gate is open and a booking is awaited.');
    fc.assert(
      fc.property(history('r1'), fc.nat(100_000), (events, minutes) => {
        const { document } = projects(worklist).given(...events);
        if (!document) throw new Error('There is no entry.');
        const at = new Date(Date.parse(monday) + minutes * 60_000).toISOString();
        for (const { why } of standings(document, { ...onlooker, now: at })) expect(why).not.toContain('9999');
      }),
    );
  });

  it('ask the database with the time of the one who looks', () => {
    const queue = queueBySlug('attendance-unknown');
    expect(queue && queueQuery(queue, { ...onlooker, now: '2026-03-17T15:00:00.000Z' })).toEqual({
      filter: {
        all: [
          { path: 'queueKeys', is: 'equals', value: 'Q23' },
          { all: [{ path: 'appointment.end', is: 'before', value: '2026-03-16T15:00:00.000Z' }] },
        ],
      },
      sort: [
        { path: 'appointment.end', order: 'ascending' },
        { path: '_id', order: 'ascending' },
      ],
    });
  });

  it('count business days, and the end of the day, as the site works', () => {
    const calendar = { ...defaultCalendar, holidays: ['2026-03-16'], closesAt: 15 * 60 };
    const asked = (slug: string) => {
      const queue = queueBySlug(slug);
      return queue && JSON.stringify(queueQuery(queue, { ...onlooker, now: '2026-03-17T15:00:00.000Z', calendar }));
    };
    expect(asked('attendance-unknown')).toContain('2026-03-13T15:00:00.000Z');
    expect(asked('reminders')).toContain('2026-03-17T19:00:00.000Z');
  });

  it('put what is breached first where the base sort says so', () => {
    const queue = queueBySlug('unassigned');
    expect(queue && queueQuery(queue, { ...onlooker, userId: 'ana' }).first).toEqual({
      path: 'nextDueSort',
      is: 'before',
      value: now,
    });
    expect(queueBySlug('no-such-queue')).toBeNull();
  });
});
