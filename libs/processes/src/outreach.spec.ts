import { describe, it } from '@jest/globals';
import { attempted, but, effective, histories, scheduled } from '@referral/referral/testing';
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
});
