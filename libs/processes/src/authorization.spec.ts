import { describe, expect, it } from '@jest/globals';
import {
  approved,
  denied,
  expired,
  histories,
  opened,
  overdue,
  pended,
  submitted,
} from '@referral/authorization/testing';
import { authorization } from './authorization';
import { reacts } from './testing/given';

const { given } = reacts(authorization);
const { decisionDueAt } = submitted.data;
const reflected = (status: string, more: object = {}) =>
  ['ReflectAuthorizationStatus', { authorizationId: opened.data.authorizationId, status, ...more }] as const;
const copy = {
  validity: { start: '2026-03-10', end: '2026-06-30' },
  unitsApproved: 7,
  unitsRemaining: 7,
  number: 'A-4711',
};

describe('the follow-up of an authorization', () => {
  it('tells the referral how it stands, and watches the time of the payer', () => {
    given(opened)
      .when({ fact: submitted })
      .then({
        commands: [reflected('submitted', { decisionDueAt })],
        timers: { decision: '2026-03-09T10:00:00.000Z' },
      });
    given(opened, submitted)
      .when({ fact: pended })
      .then({ commands: [reflected('pended', { decisionDueAt, infoDueAt: pended.data.infoDueAt })] });
    const { waiting } = given(opened, submitted).when({ fact: denied });
    const { appealDeadline } = denied.data;
    expect(Object.values(waiting.errands).at(-1)).toMatchObject({ body: { status: 'denied', appealDeadline } });
  });

  it('watches the validity of what was granted, to its end wherever one is', () => {
    const { events } = given(opened, submitted).when({ fact: approved });
    expect(events.map(({ type }) => type)).toEqual(['ErrandGiven', 'TimerCleared', 'TimerSet', 'TimerSet']);
    const { waiting } = given(opened, submitted).when({ fact: approved });
    expect(waiting.timers['expired']?.dueAt).toBe('2026-07-01T12:00:00.000Z');
    expect(Object.values(waiting.errands).at(-1)).toMatchObject({ body: { status: 'approved', ...copy } });
  });

  it('says that the payer is late, that the end is near, and that it has come', () => {
    const named = (name: string) => ({ commands: [[name, {}]] as const });
    given(opened, submitted).when({ due: 'decision', at: '2026-03-09T10:00:00Z' }).then(named('RecordDecisionOverdue'));
    given(opened, submitted, approved)
      .when({ due: 'expiring', at: '2026-06-30T00:00:00Z' })
      .then(named('RecordExpiring'));
    given(opened, submitted, approved)
      .when({ due: 'expired', at: '2026-07-01T12:00:00Z' })
      .then(named('ExpireAuthorization'));
  });

  it('says each of that once', () => {
    given(opened, submitted)
      .when({ fact: overdue })
      .then({ commands: [reflected('submitted', { decisionDueAt })], cleared: ['decision'] });
    const { waiting } = given(...histories.approved).when({ fact: expired });
    expect(waiting.timers).toEqual({});
  });
});
