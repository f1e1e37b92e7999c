import { describe, expect, it } from '@jest/globals';
import {
  authorized,
  but,
  cancelled,
  closed,
  closedLoop,
  coverageChanged,
  died,
  effective,
  eligible,
  histories,
  needDetermined,
  noted,
  received,
  reopened,
  rescheduled,
  scheduled,
  scheduledAgain,
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
    expect(moved('2026-04-01', '2026-04-01')).toEqual([]);
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

  it('is not asked about without a coverage, before the referral is accepted, or once the patient has died', () => {
    const uninsured = [but(received, { coverageIds: [] }), ...triaged.slice(1)];
    given(...uninsured)
      .when(...accepted.slice(triaged.length).map((fact) => ({ fact })))
      .thenNothing();
    given(...triaged)
      .when({ fact: coverageChanged })
      .thenNothing();
    given(...accepted)
      .when({ fact: died })
      .then({ cleared: ['ask'] });
  });

  it('is asked about after a missed or a cancelled visit, and when the referral is opened again', () => {
    const anew = effective(coverageChanged, '2026-03-17T09:00:00-04:00');
    for (const history of [histories.visit_missed, histories.visit_cancelled])
      given(...history)
        .when({ fact: anew })
        .then({ timers: { ask: '2026-03-17T13:00:00.000Z' } });
    given(...accepted, but(closed, { closureOutcome: 'patient_declined' }))
      .when({ fact: but(reopened, { toStage: 'accepted' }) })
      .then({ timers: { ask: '2026-03-20T13:00:00.000Z' } });
  });

  it('is asked about for the first of several visits', () => {
    const first = effective(scheduled, '2026-03-03T09:10:00-05:00');
    given(...accepted, scheduledAgain, first)
      .when({ due: 'ask', at: '2026-03-03T14:10:00Z' })
      .then({ commands: [['eligibility', question({ traceNumber: 'event-6', serviceDate: '2026-03-16' })]] });
  });

  it('is asked about for nothing else that happens', () => {
    given(...accepted)
      .when({ fact: effective(noted, '2026-03-02T12:00:00-05:00') })
      .thenNothing();
    given(...histories.accepted)
      .when({ fact: effective(noted, '2026-04-01T10:00:00Z') })
      .thenNothing();
  });

  it('stays open with the answer about another coverage, or that nothing could be verified', () => {
    const asksLater = { due: 'ask', at: '2026-03-02T16:00:00Z' };
    const unsettled = [but(eligible, { coverageId: 'coverage-2' }), but(eligible, { outcome: 'unable' })];
    for (const answer of unsettled)
      given(...accepted, answer)
        .when(asksLater)
        .then({ commands: [['eligibility', question()]] });
    given(...accepted, but(eligible, { outcome: 'unable' }))
      .when(asksLater, silence('request_rejected', false))
      .then({ timers: { ask: '2026-03-03T16:00:00.000Z' } });
  });

  it('is done with when the answer comes while somebody else is still asked', () => {
    given(...accepted)
      .when(asks, { fact: eligible }, silence())
      .thenNothing();
  });

  it('says nothing of an authorization that somebody has begun, or found the need of', () => {
    for (const known of [needDetermined, authorized])
      given(...accepted, effective(known, '2026-03-02T10:50:00-05:00'))
        .when({ fact: eligible })
        .then({ cleared: ['ask'] });
    given(...histories.accepted)
      .when({ unheard: needDetermined }, { due: 'need', at: '2026-03-02T16:20:00Z' })
      .thenNothing();
  });
});

describe('the coverage of a visit in a later month', () => {
  const inApril = but(scheduled, { start: '2026-04-10T10:00:00-04:00', end: '2026-04-10T10:30:00-04:00' });
  const first = '2026-04-01T12:00:00.000Z';
  const answered = [...accepted, but(eligible, { validThrough: '2026-12-31', asOfDate: '2026-03-20' })];

  it('is looked at again on the 1st of that month', () => {
    given(...answered)
      .when({ fact: inApril })
      .then({ timers: { recheck: first } });
  });

  it('is asked about at once from then on', () => {
    given(...answered)
      .when({ fact: inApril, heardAt: first })
      .then({ timers: { ask: first } });
    const before = '2026-04-01T11:59:59.999Z';
    given(...answered)
      .when({ fact: inApril, heardAt: before })
      .then({ timers: { ask: before, recheck: first } });
  });

  it('is not looked at again when the payer has answered for that month, or not at all', () => {
    given(...accepted, but(eligible, { validThrough: '2026-12-31', asOfDate: '2026-04-01' }))
      .when({ fact: inApril, heardAt: '2026-03-31T09:00:00Z' })
      .thenNothing();
    given(...accepted)
      .when({ fact: inApril })
      .then({ timers: { ask: '2026-03-03T14:00:00.000Z' } });
    const answer = but(eligible, { validThrough: '2026-12-31', asOfDate: '2026-04-01' });
    given(...answered, inApril)
      .when({ fact: effective(answer, '2026-03-31T09:00:00-04:00') })
      .then({ timers: { need: '2026-03-31T13:00:00.000Z' }, cleared: ['recheck'] });
  });

  it('is not looked at again when there is no such visit any more, or the patient has died', () => {
    for (const fact of [cancelled, died])
      given(...answered, inApril)
        .when({ fact })
        .then({ cleared: ['recheck'] });
  });

  it('is asked about as another question the day after the payer could not tell', () => {
    const couldNotTell = { settled: 'eligibility', outcome: { outcome: 'answered', said: 'unable' } } as const;
    const asked = { traceNumber: `${instanceId}.2026-04.1`, serviceDate: '2026-04-10', failures: 1 };
    given(...answered, inApril)
      .when({ due: 'recheck', at: first }, couldNotTell, { due: 'ask', at: '2026-04-02T12:00:00Z' })
      .then({ commands: [['eligibility', question(asked)]] });
  });
});
