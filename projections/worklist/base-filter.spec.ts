import { describe, expect, it } from '@jest/globals';
import { matches } from '@referral/conditions';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { defaultCalendar } from '@referral/sla-policy';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import type { Sight } from './base-filter';
import { queueQuery } from './queue-query';
import { referralQueues } from './queues';
import { worklist } from './worklist';

const monday = '2026-03-02T15:00:00Z';
const now = '2026-03-04T15:00:00.000Z';
const anybody: Sight = { userId: 'ana', teams: null, seesSensitive: true };

/** The queues in which somebody finds a referral. */
const foundIn = (events: readonly ReferralEvent[], sight: Partial<Sight>): readonly string[] => {
  const { document } = projects(worklist).given(...recorded(events));
  const onlooker = { ...anybody, ...sight, now, absent: ['coordinator-1'], calendar: defaultCalendar };
  return referralQueues
    .filter((queue) => matches({ ...document }, queueQuery(queue, onlooker).filter))
    .map(({ slug }) => slug);
};

const received = facts.received(monday);
const assigned = facts.referralAssigned(monday, { teamId: 'team-1', coordinatorId: 'coordinator-1' });
const covered = facts.referralCoverageStarted(monday, { coveringId: 'ana', coveredId: 'coordinator-1' });

describe('the base filter of the queues', () => {
  it('shows the referrals of the teams that one names, and those that no team has', () => {
    expect(foundIn([received, assigned], { teams: ['team-1', 'team-2'] })).toContain('unacknowledged');
    expect(foundIn([received, assigned], {})).toContain('unacknowledged');
    expect(foundIn([received, assigned], { teams: ['team-2'] })).toEqual([]);
    expect(foundIn([received], { teams: ['team-2'] })).toContain('unacknowledged');
  });

  it('shows what is one’s own whatever its team is, and no absent colleague of another', () => {
    expect(foundIn([received, assigned, covered], { teams: ['team-2'] })).toEqual(['my-work']);
    expect(foundIn([received, assigned], { userId: 'coordinator-1', teams: ['team-2'] })).toEqual(['my-work']);
    expect(foundIn([received, assigned], { teams: ['team-1'] })).toContain('absent-colleague');
    expect(foundIn([received, assigned], { teams: ['team-2'] })).not.toContain('absent-colleague');
  });

  it('shows what is more than normally sensitive to those who may see that, and to those who have it', () => {
    for (const word of ['part2', 'psychotherapy', 'hiv', 'minor', 'vip']) {
      const sensitive = [facts.received(monday, { sensitivity: ['normal', word] }), assigned];
      expect(foundIn(sensitive, {})).toContain('unacknowledged');
      expect(foundIn(sensitive, { seesSensitive: false })).toEqual([]);
      expect(foundIn(sensitive, { seesSensitive: false, userId: 'coordinator-1' })).toContain('unacknowledged');
      expect(foundIn([...sensitive, covered], { seesSensitive: false })).toContain('unacknowledged');
    }
    const usual = facts.received(monday, { sensitivity: ['normal'] });
    expect(foundIn([usual], { seesSensitive: false })).toContain('unacknowledged');
  });
});
