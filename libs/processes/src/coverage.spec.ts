import { describe, expect, it } from '@jest/globals';
import {
  but,
  closedLoop,
  coverageChanged,
  effective,
  eligible,
  histories,
  rescheduled,
  scheduled,
} from '@referral/referral/testing';
import type { Outcome } from './errand';
import { coverage } from './coverage';
import { instanceId, reacts } from './testing/given';

const { given } = reacts(coverage);

const triaged = histories.in_triage;
const accepted = histories.accepted.slice(0, -1);
const acceptedAt = '2026-03-02T15:30:00.000Z';
const asks = { due: 'ask', at: acceptedAt };

const question = (more: object = {}) => ({
  ...{ traceNumber: 'event-4', referralId: instanceId, patientId: 'patient-1', coverageId: 'coverage-1' },
  ...{ serviceDate: '2026-03-02', failures: 0 },
  ...more,
});

const silence = (why = 'payer_unreachable', mayPass = true) => ({
  settled: 'eligibility',
  outcome: { outcome: 'unanswered', why, mayPass } satisfies Outcome,
});

/** What a payer says that nobody can reach. */
const unable = (sourceRef: string) => ({
  ...{ coverageId: 'coverage-1', outcome: 'unable', serviceCovered: null, network: 'unknown', authRequired: 'unknown' },
  ...{ asOfDate: '2026-03-02', validThrough: '2026-03-02', sourceRef },
});

describe('coverage', () => {
  it('is asked about when a referral is accepted', () => {
    const fact = accepted.at(-1);
    if (!fact) throw new Error('there is no such fact');
    given(...triaged)
      .when({ fact })
      .then({ timers: { ask: acceptedAt } });
    given(...accepted)
      .when(asks)
      .then({ commands: [['eligibility', question()]] });
  });

  it('is asked about anew when another coverage pays', () => {
    const due = { due: 'ask', at: '2026-03-02T16:30:00Z' };
    given(...histories.accepted, coverageChanged)
      .when(due)
      .then({ commands: [['eligibility', question({ traceNumber: 'event-6', coverageId: 'coverage-2' })]] });
  });

  it('is asked about for the day of the visit, when that moves beyond what the payer has said', () => {
    const due = { due: 'ask', at: '2026-03-04T14:00:00.000Z' };
    const moved = (validThrough: string, day: string) => {
      const to = { start: `${day}T14:00:00-04:00`, end: `${day}T14:30:00-04:00` };
      const until = given(...accepted, but(eligible, { validThrough }), scheduled);
      const { events } = until.when({ fact: but(rescheduled, { to }) }, due);
      return events.flatMap(({ type, data }) => (type === 'ErrandGiven' ? [data.errand] : []));
    };
    const asked = { kind: 'eligibility', traceNumber: 'event-7' };
    expect(moved('2026-03-31', '2026-04-01')).toMatchObject([{ ...asked, serviceDate: '2026-04-01' }]);
    expect(moved('2026-12-31', '2026-04-20')).toMatchObject([{ ...asked, serviceDate: '2026-04-20' }]);
    expect(moved('2026-12-31', '2026-04-01')).toEqual([]);
  });

  it('is not asked about while the answer of the payer holds for the visit', () => {
    given(...histories.accepted)
      .when({ fact: scheduled })
      .thenNothing();
    given(...histories.scheduled)
      .when({ fact: rescheduled })
      .thenNothing();
  });

  it('is asked about anew on the 1st of the month of the visit', () => {
    const inApril = but(scheduled, { start: '2026-04-01T10:00:00-04:00', end: '2026-04-01T10:30:00-04:00' });
    const farther = but(eligible, { validThrough: '2026-12-31' });
    const booked = given(...accepted, farther, inApril);
    const { waiting, events } = booked.when({ due: 'recheck', at: '2026-04-01T12:00:00Z' });
    expect(events.map(({ type }) => type)).toEqual(['TimerFired', 'ErrandGiven']);
    expect(Object.values(waiting.errands)).toContainEqual(
      expect.objectContaining({ traceNumber: `${instanceId}.2026-04`, serviceDate: '2026-04-01' }),
    );
  });

  it('is asked about again, later and later, and cannot be verified after three times without an answer', () => {
    const story = given(...accepted);
    story.when(asks, silence()).then({ timers: { ask: '2026-03-02T15:30:02.000Z' } });
    const twice = [asks, silence(), { due: 'ask', at: '2026-03-02T15:30:02Z' }, silence()] as const;
    given(...accepted)
      .when(...twice)
      .then({ timers: { ask: '2026-03-02T15:30:12.000Z' } });
    const thrice = [...twice, { due: 'ask', at: '2026-03-02T15:30:12Z' }, silence()] as const;
    given(...accepted)
      .when(...thrice)
      .then({ commands: [['VerifyEligibility', unable('event-4')]], timers: { ask: '2026-03-02T15:31:12.000Z' } });
  });

  it('stays unknown when nobody could be asked, and is tried the day after', () => {
    for (const why of ['member_unknown', 'payer_unknown'])
      given(...accepted)
        .when(asks, silence(why, false))
        .then({ timers: { ask: '2026-03-03T15:30:00.000Z' } });
  });

  it('cannot be verified when the payer refuses the question', () => {
    given(...accepted)
      .when(asks, silence('request_rejected', false))
      .then({ commands: [['VerifyEligibility', unable('event-4')]], timers: { ask: '2026-03-03T15:30:00.000Z' } });
  });

  it('is asked about no more when the answer has come by another way, or the referral has ended', () => {
    const { waiting } = given(...accepted).when({ fact: eligible });
    expect(waiting.timers).not.toHaveProperty('ask');
    expect(given(...closedLoop).when({ due: 'ask', at: '2026-04-01T00:00:00Z' }).waiting.timers).toEqual({});
  });

  it('settles whether an authorization is needed, unless somebody has', () => {
    const wanted = but(eligible, { authRequired: 'yes' });
    const due = { due: 'need', at: '2026-03-02T16:00:00Z' };
    const determined = { needed: 'required', basis: 'payer_response' };
    given(...accepted, wanted)
      .when(due)
      .then({ commands: [['DetermineAuthorizationNeed', determined]] });
    given(...accepted, effective(but(eligible, { authRequired: 'unknown' }), '2026-03-02T11:00:00-05:00'))
      .when(due)
      .thenNothing();
  });

  it('is asked about again the day after, as another question, where the payer could not tell', () => {
    const answer = (said: string) => ({ settled: 'eligibility', outcome: { outcome: 'answered', said } }) as const;
    given(...accepted)
      .when(asks, answer('unable'))
      .then({ timers: { ask: '2026-03-03T15:30:00.000Z' } });
    const again = question({ traceNumber: 'event-4.1', serviceDate: '2026-03-03', failures: 1 });
    given(...accepted)
      .when(asks, answer('unable'), { due: 'ask', at: '2026-03-03T15:30:00Z' })
      .then({ commands: [['eligibility', again]] });
    given(...accepted)
      .when(asks, answer('active'))
      .thenNothing();
    given(...accepted)
      .when(asks, { settled: 'eligibility', outcome: { outcome: 'done' } })
      .thenNothing();
  });

  it('needs no authorization where the payer says so', () => {
    given(...accepted, but(eligible, { authRequired: 'no' }))
      .when({ due: 'need', at: '2026-03-02T16:00:00Z' })
      .then({ commands: [['DetermineAuthorizationNeed', { needed: 'not_required', basis: 'payer_response' }]] });
  });
});
