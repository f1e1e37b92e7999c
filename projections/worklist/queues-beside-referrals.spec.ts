import { describe, expect, it } from '@jest/globals';
import { matches } from '@referral/conditions';
import type { DomainEvent, Projection } from '@referral/eventsourcing';
import { projects } from '@referral/eventsourcing/testing';
import { defaultCalendar } from '@referral/sla-policy';
import { complaints } from '../complaints/complaints';
import { directory } from '../directory/directory';
import { intakeWorklist } from '../intake-worklist/intake-worklist';
import { complaintFacts, directoryFacts, intakeFacts } from '../testing/facts/beside-referrals';
import { streamOf } from '../testing/stream';
import { type Onlooker, queueQuery } from './queue-query';
import { queues } from './queues';
import { besideReferrals } from './queues/beside-referrals';

const { called, came, read, proposed, flagged, confirmed, converted } = intakeFacts;
const complaint = complaintFacts.received();
const resolved = [complaint, complaintFacts.acknowledged(), complaintFacts.resolved()];
const added = directoryFacts.added('2026-03-01T15:00:00Z');
const onlooker: Onlooker = {
  now: '2026-03-04T15:00:00.000Z',
  userId: 'ana',
  absent: [],
  calendar: defaultCalendar,
  teams: ['team-1'],
  seesSensitive: false,
};

/** Facts after which something stands in a queue, and facts after which it does not. */
const cases: Readonly<
  Record<string, { readonly stands: readonly DomainEvent[]; readonly not: readonly DomainEvent[] }>
> = {
  Q01: { stands: [came, read], not: [came, read, proposed] },
  Q02: { stands: [called, read, proposed], not: [came, read, proposed, confirmed] },
  Q03: { stands: [came, flagged], not: [came] },
  Q40: { stands: [complaint], not: resolved },
  Q45: { stands: [added], not: [added, directoryFacts.verified()] },
  Q48: { stands: [came, read, proposed, confirmed], not: [came, read, proposed, confirmed, converted] },
};

const sources = {
  'intake-worklist': [intakeWorklist, 'intake-i1'],
  complaints: [complaints, 'complaint-c1'],
  directory: [directory, 'directory-d1'],
} as const;

describe('queues of what is not a referral', () => {
  it.each(besideReferrals.map((queue) => [queue.id, queue.name, queue] as const))(
    '%s (%s) has what belongs in it and nothing else',
    (id, _, queue) => {
      const { filter } = queueQuery(queue, onlooker);
      const [projection, streamId] = sources[queue.of];
      const rowOf = (facts: readonly DomainEvent[]) =>
        projects(projection as unknown as Projection).given(...streamOf(streamId, facts)).document;
      const { stands = [], not = [] } = cases[id] ?? {};
      const row = rowOf(stands);
      expect(row && matches({ ...row }, filter)).toBe(true);
      const other = rowOf(not);
      expect(not.length > 0 && (other === null || !matches({ ...other }, filter))).toBe(true);
      expect(queue.why(row as never)).toMatch(/^[A-Z].*\.$/);
      expect(queue.deadline(row as never)).toEqual(id === 'Q40' || id === 'Q45' ? expect.anything() : null);
    },
  );

  it('stand among all the others', () => {
    for (const queue of besideReferrals) expect(queues).toContain(queue);
  });
});
