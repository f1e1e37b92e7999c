import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import fc from 'fast-check';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { history } from '../testing/random-history';
import { nextDue } from './due-fields';
import { queueBySlug, queueQuery, standings } from './queue-query';
import { queueIndexes, queues } from './queues';
import { worklist } from './worklist';
import type { WorklistEntry } from './worklist-entry';

const monday = '2026-03-02T15:00:00Z';
const now = '2026-03-04T15:00:00.000Z';

const entryOf = (...events: readonly ReferralEvent[]): WorklistEntry => {
  const { document } = projects(worklist).given(...recorded(events));
  if (!document) throw new Error('There is no entry.');
  return document;
};

const queuesOf = (events: readonly ReferralEvent[], at = now, userId = 'user-1'): readonly string[] =>
  standings(entryOf(...events), { now: at, userId }).map(({ queue }) => queue.id);

const received = facts.received(monday, { missingItems: ['ecg'] });
const complete = [facts.received(monday), facts.completed(monday)];
const accepted = [...complete, facts.triageStarted(monday), facts.accepted(monday)];
const ready = [...accepted, facts.verified(monday)];
const booked = [...ready, facts.scheduled(monday)];
const seen = [...booked, facts.attended('2026-03-16T15:00:00Z')];
const reported = [...seen, facts.reported('2026-03-17T15:00:00Z')];

describe('work queues', () => {
  it.each<[string, readonly ReferralEvent[], string]>([
    ['Q04', complete, now],
    ['Q05', [received], now],
    ['Q06', [received, facts.requested(monday, { dueAt: '2026-03-04T14:59:59Z' })], now],
    ['Q07', [received, facts.requested(monday, { dueAt: '2026-03-04T15:00:00Z' })], now],
    ['Q08', complete, now],
    ['Q09', [facts.received(monday, { claimedUrgency: 'stat' })], now],
    ['Q10', accepted, now],
    ['Q10', [...accepted, facts.verified(monday, { validThrough: '2026-03-10' }), facts.scheduled(monday)], now],
    ['Q17', ready, now],
    ['Q23', booked, '2026-03-17T15:00:00.001Z'],
    ['Q24', [...booked, facts.missed('2026-03-16T15:00:00Z')], now],
    ['Q24', [...booked, facts.cancelled(monday)], now],
    ['Q25', seen, '2026-04-15T15:00:00.000Z'],
    ['Q26', reported, now],
    ['Q27', [...reported, facts.forwarded('2026-03-17T15:00:00Z')], now],
    ['Q28', [...reported, facts.forwarded('2026-03-17T15:00:00Z'), facts.acknowledged('2026-03-18T15:00:00Z')], now],
    ['Q36', complete, '2026-08-20T15:00:00.000Z'],
    ['Q41', complete, now],
  ])('%s has a referral that belongs in it', (id, events, at) => {
    expect(queuesOf(events, at)).toContain(id);
  });

  it.each<[string, readonly ReferralEvent[], string]>([
    ['Q04', [...complete, facts.triageStarted(monday)], now],
    ['Q05', [received, facts.requested(monday, { blocksTriage: false })], now],
    ['Q06', [received, facts.requested(monday, { dueAt: '2026-03-04T15:00:00Z' })], now],
    ['Q07', [received, facts.requested(monday, { dueAt: '2026-03-04T14:59:59Z' })], now],
    ['Q08', [received], now],
    ['Q09', complete, now],
    ['Q10', ready, now],
    ['Q17', [...accepted, facts.verified(monday, { authRequired: 'yes' })], now],
    ['Q23', booked, '2026-03-17T15:00:00.000Z'],
    ['Q24', [...booked, facts.missed(monday), facts.scheduled(monday, { appointmentId: 'appointment-2' })], now],
    ['Q25', seen, '2026-03-20T15:00:00.000Z'],
    ['Q26', [...reported, facts.forwarded(monday)], now],
    ['Q27', reported, now],
    ['Q28', [...reported, facts.forwarded(monday)], now],
    ['Q36', booked, '2026-08-20T15:00:00.000Z'],
    ['Q41', [...complete, facts.declined(monday)], now],
    ['Q42', complete, now],
  ])('%s has no referral that does not', (id, events, at) => {
    expect(queuesOf(events, at)).not.toContain(id);
  });

  it('shows a coordinator what is theirs, and what they cover for', () => {
    const entry = entryOf(...complete);
    const onlooker = { now, userId: 'ana' };
    const slugs = (changed: Partial<WorklistEntry>) =>
      standings({ ...entry, ...changed }, onlooker).map(({ queue }) => queue.slug);
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
        const found = standings(document, { now: at, userId: document.coordinatorId ?? 'user-1' });
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
        const found = standings({ ...document, coordinatorId: 'ana' }, { now, userId: 'ana' });
        expect(found.map(({ queue }) => queue.id)).toContain('Q42');
      }),
    );
  });

  it('say why a referral stands in them', () => {
    const [first] = standings(entryOf(received), { now, userId: 'user-1' });
    expect(first?.why).toBe('Received at 2026-03-02T15:00:00.000Z and not acknowledged.');
    for (const { why } of standings(entryOf(...reported), { now, userId: 'user-1' }))
      expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('never say of what has no due time that it is due in the year 9999', () => {
    const without: Partial<WorklistEntry> = nextDue([]);
    const whys = [complete, ready].flatMap((events) =>
      standings({ ...entryOf(...events), ...without }, { now, userId: 'user-1' }).map(({ why }) => why),
    );
    expect(whys).toContain('It is complete and a triage decision is awaited.');
    expect(whys).toContain('Every gate is open and a booking is awaited.');
    fc.assert(
      fc.property(history('r1'), fc.nat(100_000), (events, minutes) => {
        const { document } = projects(worklist).given(...events);
        if (!document) throw new Error('There is no entry.');
        const at = new Date(Date.parse(monday) + minutes * 60_000).toISOString();
        for (const { why } of standings(document, { now: at, userId: 'user-1' })) expect(why).not.toContain('9999');
      }),
    );
  });

  it('ask the database with the time of the one who looks', () => {
    const queue = queueBySlug('attendance-unknown');
    expect(queue && queueQuery(queue, { now: '2026-03-17T15:00:00.000Z', userId: 'ana' })).toEqual({
      filter: {
        all: [
          { path: 'stage', is: 'in', value: ['scheduled'] },
          { path: 'appointment.end', is: 'before', value: '2026-03-16T15:00:00.000Z' },
        ],
      },
      sort: [
        { path: 'appointment.end', order: 'ascending' },
        { path: '_id', order: 'ascending' },
      ],
    });
  });

  it('put what is breached first where the base sort says so', () => {
    const queue = queueBySlug('unassigned');
    expect(queue && queueQuery(queue, { now, userId: 'ana' }).first).toEqual({
      path: 'nextDueSort',
      is: 'before',
      value: now,
    });
    expect(queueBySlug('no-such-queue')).toBeNull();
  });

  it('have names of their own, and each an index that begins as its filter does', () => {
    expect(new Set(queues.map(({ id }) => id)).size).toBe(queues.length);
    expect(new Set(queues.map(({ slug }) => slug)).size).toBe(queues.length);
    for (const { index, filter } of queues) {
      expect(queueIndexes).toContainEqual(index);
      const [first] = Object.keys(index);
      expect(JSON.stringify(filter)).toContain(`"path":"${first ?? ''}"`);
    }
  });
});
