import { describe, it } from '@jest/globals';
import {
  accepted,
  attempted,
  but,
  cancelled,
  closed,
  effective,
  exhausted,
  histories,
  patientInformed,
  redirected,
  referrerInformed,
  reopened,
  scheduled,
  urgencyAssigned,
} from '@referral/referral/testing';
import { outreach } from './outreach';
import { reacts } from './testing/given';

const { given } = reacts(outreach);
const attempt = (number: number, at: string, more: object = {}) =>
  effective(but(attempted, { attemptId: `attempt-${number}`, ...more }), at);

const calls = [
  attempt(1, '2026-03-04T10:00:00-05:00'),
  attempt(2, '2026-03-06T18:00:00-05:00'),
  attempt(3, '2026-03-11T10:00:00-04:00', { channel: 'email' }),
];
const letter = attempt(4, '2026-03-11T12:00:00-04:00', {
  channel: 'mail',
  outcome: 'delivered',
  countsTowardPolicy: false,
});
const waitEnds = '2026-03-25T16:00:00.000Z';

describe('outreach', () => {
  it('waits ten business days after the letter that follows enough attempts', () => {
    given(...histories.accepted, ...calls)
      .when({ fact: letter })
      .then({ timers: { exhausted: waitEnds } });
  });

  it('is declared exhausted then, with the day of the letter', () => {
    given(...histories.accepted, ...calls, letter)
      .when({ due: 'exhausted', at: waitEnds })
      .then({ commands: [['ExhaustOutreach', { letterSentAt: letter.occurredAt }]] });
  });

  it('goes on while there were too few attempts', () => {
    given(...histories.accepted, ...calls.slice(1))
      .when({ fact: letter })
      .thenNothing();
  });

  it('is over when the patient has answered or is booked', () => {
    const reached = attempt(5, '2026-03-12T10:00:00-04:00', { outcome: 'reached' });
    given(...histories.accepted, ...calls, letter)
      .when({ fact: reached })
      .then({ cleared: ['exhausted'] });
    given(...histories.accepted, ...calls, letter)
      .when({ fact: effective(scheduled, '2026-03-12T11:00:00-04:00') })
      .then({ cleared: ['exhausted'] });
  });

  it('waits for nothing while no letter was sent', () => {
    const email = attempt(3, '2026-03-11T10:00:00-04:00', { channel: 'email' });
    given(...histories.accepted, ...calls.slice(0, 2))
      .when({ fact: email })
      .thenNothing();
  });

  it('counts from the newest letter', () => {
    const second = effective(but(letter, { attemptId: 'attempt-5' }), '2026-03-12T12:00:00-04:00');
    given(...histories.accepted, ...calls, letter)
      .when({ fact: second })
      .then({ timers: { exhausted: '2026-03-26T16:00:00.000Z' } });
    given(...histories.accepted, ...calls, second)
      .when({ fact: letter })
      .thenNothing();
  });

  it('is declared exhausted once', () => {
    given(...histories.accepted, ...calls, letter)
      .when({ due: 'exhausted', at: waitEnds }, { settled: 'ExhaustOutreach', outcome: { outcome: 'done' } })
      .thenNothing();
  });

  it('is over once it was declared exhausted', () => {
    given(...histories.accepted, ...calls, letter)
      .when({ fact: effective(exhausted, '2026-03-12T09:00:00-04:00') })
      .then({ cleared: ['exhausted'] });
  });

  it('goes on after a missed visit, but not after a cancelled one, nor while another is booked', () => {
    const again = [
      attempt(1, '2026-03-17T10:00:00-04:00'),
      attempt(2, '2026-03-19T18:00:00-04:00'),
      attempt(3, '2026-03-24T10:00:00-04:00', { channel: 'email' }),
    ];
    const fact = effective(letter, '2026-03-24T12:00:00-04:00');
    given(...histories.visit_missed, ...again)
      .when({ fact })
      .then({ timers: { exhausted: '2026-04-07T16:00:00.000Z' } });
    given(...histories.accepted, ...calls, letter, effective(scheduled, '2026-03-12T11:00:00-04:00'))
      .when({ fact: effective(cancelled, '2026-03-13T10:00:00-04:00') })
      .thenNothing();
    const elsewhere = [
      effective(redirected, '2026-03-16T12:00:00-04:00'),
      effective(accepted, '2026-03-16T13:00:00-04:00'),
    ];
    given(...histories.scheduled, ...elsewhere, ...again)
      .when({ fact })
      .thenNothing();
  });

  it('wants a letter anew when the referral was opened again', () => {
    const ended = effective(but(closed, { closureOutcome: 'unable_to_contact' }), '2026-03-19T10:00:00-04:00');
    const again = [
      attempt(5, '2026-03-23T10:00:00-04:00'),
      attempt(6, '2026-03-25T18:00:00-04:00'),
      attempt(7, '2026-03-30T10:00:00-04:00', { channel: 'email' }),
    ];
    const anew = [...histories.accepted, ...calls, letter, ended, but(reopened, { toStage: 'accepted' })];
    given(...anew)
      .when(...again.map((fact) => ({ fact })))
      .thenNothing();
    given(...anew, ...again)
      .when({ fact: effective(but(letter, { attemptId: 'attempt-8' }), '2026-03-30T12:00:00-04:00') })
      .then({ timers: { exhausted: '2026-04-13T16:00:00.000Z' } });
  });
});

describe('outreach to a patient who must be seen soon', () => {
  const soon = [...histories.accepted, effective(but(urgencyAssigned, { to: 'urgent' }), '2026-03-02T11:05:00-05:00')];
  const twice = [attempt(1, '2026-03-04T10:00:00-05:00'), attempt(2, '2026-03-04T10:30:00-05:00')];
  const called = effective(referrerInformed, '2026-03-04T11:05:00-05:00');
  const twoDaysOn = '2026-03-06T16:05:00.000Z';

  it('waits two business days after the call to the referrer that follows two attempts', () => {
    given(...soon, ...twice)
      .when({ fact: called })
      .then({ timers: { exhausted: twoDaysOn } });
    given(...soon, ...twice.slice(1))
      .when({ fact: called })
      .thenNothing();
  });

  it('is declared exhausted then, with the instant of the call', () => {
    given(...soon, ...twice, called)
      .when({ due: 'exhausted', at: twoDaysOn })
      .then({ commands: [['ExhaustOutreach', { noticeToReferrerAt: called.occurredAt }]] });
    given(...soon, ...twice, called)
      .when({ due: 'exhausted', at: '2026-03-06T16:04:59.999Z' })
      .thenNothing();
  });

  it('waits for nothing when the patient alone was told, or a letter was sent', () => {
    for (const fact of [patientInformed, effective(letter, '2026-03-04T12:00:00-05:00')])
      given(...soon, ...twice)
        .when({ fact })
        .thenNothing();
  });
});
