import { describe, expect, it } from '@jest/globals';
import {
  approved,
  denied,
  expired,
  expiring,
  histories,
  informed,
  opened,
  overdue,
  pended,
  submitted,
  talkRequested,
  used,
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
    // Until then fifteen days are left, and after it not quite.
    expect(waiting.timers['expiring']?.dueAt).toBe('2026-06-16T12:00:00.001Z');
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

  it('tells by when somebody has to act only while that is waited for', () => {
    const told = ({ events }: ReturnType<ReturnType<typeof given>['when']>) =>
      events.flatMap(({ type, data }) =>
        type === 'ErrandGiven' && data.errand.kind === 'command' ? [data.errand.body] : [],
      );
    const { authorizationId } = opened.data;
    expect(told(given(...histories.pended).when({ fact: informed }))).toEqual([
      { authorizationId, status: 'info_submitted', decisionDueAt },
    ]);
    expect(told(given(...histories.denied).when({ fact: talkRequested }))).toEqual([
      { authorizationId, status: 'peer_to_peer' },
    ]);
  });

  it('tells how much of what was granted is left, where units were granted', () => {
    given(...histories.approved)
      .when({ fact: used })
      .then({ commands: [reflected('approved', { ...copy, unitsRemaining: 5 })] });
    const { validity, number } = copy;
    const unlimited = { ...approved, data: { ...approved.data, units: [] } };
    const { waiting } = given(opened, submitted).when({ fact: unlimited });
    expect(Object.values(waiting.errands).at(-1)).toEqual({
      ...{ kind: 'command', category: 'referral', id: opened.data.referralId, command: 'ReflectAuthorizationStatus' },
      body: { authorizationId: opened.data.authorizationId, status: 'approved', validity, number },
    });
  });

  it('leaves what is due when it turns out that it has come otherwise', () => {
    given(opened, submitted).when({ unheard: approved }, { due: 'decision', at: '2026-03-09T10:00:00Z' }).thenNothing();
    given(opened, submitted)
      .when({ settled: 'ReflectAuthorizationStatus', outcome: { outcome: 'done' } })
      .thenNothing();
  });

  it('says each of that once', () => {
    given(opened, submitted)
      .when({ fact: overdue })
      .then({ commands: [reflected('submitted', { decisionDueAt })], cleared: ['decision'] });
    given(...histories.approved)
      .when({ fact: expiring })
      .then({ commands: [reflected('approved', copy)], cleared: ['expiring'] });
    const { waiting } = given(...histories.approved).when({ fact: expired });
    expect(waiting.timers).toEqual({});
  });
});
