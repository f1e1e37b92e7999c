import { describe, it } from '@jest/globals';
import { attended, but, closed, extended, histories, received, reported } from '@referral/referral/testing';
import { reacts } from './testing/given';
import { validity } from './validity';

const { given } = reacts(validity);
const expire = { commands: [['ExpireReferral', { validUntil: '2026-06-30' }]] } as const;
const afterEnd = { due: 'end', at: '2026-07-01T00:00:01Z' };

describe('the validity of a referral', () => {
  it('is watched to its last instant', () => {
    given()
      .when({ fact: received })
      .then({ timers: { end: '2026-07-01T00:00:00.000Z' } });
  });

  it('is watched through 29 February', () => {
    const leap = but(received, { validity: { start: '2028-01-01', end: '2028-02-29' } });
    given()
      .when({ fact: leap })
      .then({ timers: { end: '2028-03-01T00:00:00.000Z' } });
  });

  it('ends the referral when it is over, once', () => {
    given(...histories.accepted)
      .when(afterEnd)
      .then(expire);
    given(...histories.accepted)
      .when(afterEnd, afterEnd)
      .thenNothing();
  });

  it('is watched longer when it is extended', () => {
    given(...histories.accepted)
      .when({ fact: extended })
      .then({ timers: { end: '2026-10-01T00:00:00.000Z' } });
    given(...histories.accepted, extended)
      .when(afterEnd)
      .thenNothing();
  });

  it('does not matter once the patient was seen', () => {
    given(...histories.scheduled)
      .when({ fact: attended })
      .then({ cleared: ['end'] });
    given(...histories.visit_completed)
      .when({ fact: reported })
      .thenNothing();
    given(...histories.scheduled)
      .when({ unheard: attended }, afterEnd)
      .thenNothing();
  });

  it('is looked at again a day later while a booked visit holds the end up', () => {
    const held = {
      settled: 'ExpireReferral',
      outcome: { outcome: 'refused', code: 'APPOINTMENTS_STILL_ACTIVE' },
    } as const;
    given(...histories.scheduled)
      .when(afterEnd, held)
      .then({ timers: { end: '2026-07-02T00:00:01.000Z' } });
  });

  it('does not matter once the referral has ended otherwise', () => {
    const ended = but(closed, { closureOutcome: 'patient_declined' });
    given(...histories.accepted)
      .when({ fact: ended })
      .then({ cleared: ['end'] });
    given(...histories.accepted)
      .when({ unheard: ended }, afterEnd)
      .thenNothing();
  });

  it('is not watched where it has no end', () => {
    given()
      .when({ fact: but(received, { validity: { start: '2026-03-01' } }) })
      .thenNothing();
    const endless = but(extended, { new: { start: '2026-03-01' } });
    given(...histories.accepted)
      .when({ fact: endless })
      .then({ cleared: ['end'] });
    given(...histories.accepted)
      .when({ unheard: endless }, afterEnd)
      .thenNothing();
  });

  it('is held up by a booked visit alone, and by nothing else that refuses the end', () => {
    const refused = (code: string) => ({ settled: 'ExpireReferral', outcome: { outcome: 'refused', code } }) as const;
    given(...histories.accepted)
      .when(afterEnd, refused('APPOINTMENTS_STILL_ACTIVE'))
      .thenNothing();
    given(...histories.scheduled)
      .when(afterEnd, refused('ILLEGAL_TRANSITION'))
      .thenNothing();
    given(...histories.scheduled)
      .when(afterEnd, { settled: 'ExpireReferral', outcome: { outcome: 'done' } })
      .thenNothing();
  });
});
