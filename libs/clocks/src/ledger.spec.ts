import { describe, expect, it } from '@jest/globals';
import { evolve, initialState, type ReferralEvent } from '@referral/referral';
import {
  accepted,
  but,
  complete,
  declined,
  effective,
  held,
  holdReleased,
  noted,
  received,
  scheduled,
  triageStarted,
  urgencyAssigned,
} from '@referral/referral/testing';
import { evolveLedger, initialLedger } from './ledger';
import { ledgerAfter, told } from './testing/told';

const triaged = [received, complete, triageStarted, urgencyAssigned];

const runsAfter = (...facts: readonly ReferralEvent[]) =>
  ledgerAfter(...facts).runs.map(({ clock, number, stop }) => [clock, number, stop && stop.answers] as const);

describe('the ledger of a referral', () => {
  it('tells each run of a clock: what started it, and what answered it', () => {
    expect(runsAfter(...triaged, accepted, scheduled)).toEqual([
      ['K1', 1, true],
      ['K9', 1, undefined],
      ['K2', 1, true],
      ['K4', 1, undefined],
      ['K7', 1, false],
      ['K8', 1, true],
    ]);
    const [acknowledge] = ledgerAfter(...triaged).runs;
    expect(acknowledge).toMatchObject({
      start: { eventId: 'event-0', type: 'ReferralReceived', at: '2026-03-02T14:00:00.000Z' },
      stop: { eventId: 'event-2', type: 'TriageStarted', at: '2026-03-02T15:00:00.000Z', answers: true },
      position: '00000000000000000010-00000000000000000010',
      urgency: 'routine',
      direction: 'incoming',
    });
  });

  it('ends what is left when the work ends, and says that nothing answered it', () => {
    expect(runsAfter(received, complete, declined)).toEqual([
      ['K1', 1, false],
      ['K9', 1, false],
      ['K2', 1, true],
    ]);
  });

  it('is itself after a fact that bears on no clock', () => {
    const ledger = ledgerAfter(received);
    const [first, fact] = told(received, noted);
    if (!first || !fact) throw new Error('There are no facts.');
    expect(evolveLedger(ledger, fact, evolve(evolve(initialState, first), fact))).toBe(ledger);
    expect(evolveLedger(initialLedger, fact, initialState)).toBe(initialLedger);
  });

  it('counts a change of urgency for the clocks that run when it is told, also one that took effect before they started', () => {
    const late = effective(but(urgencyAssigned, { to: 'stat' }), '2026-03-02T09:30:00-05:00');
    const { runs } = ledgerAfter(...triaged, accepted, late);
    const changes = (clock: string) => runs.find((run) => run.clock === clock)?.urgencyChanges.map(({ to }) => to);
    expect([changes('K1'), changes('K9'), changes('K8')]).toEqual([[], ['routine', 'stat'], ['stat']]);
  });

  it('keeps each rest with the facts that began and ended it', () => {
    expect(ledgerAfter(...triaged, accepted, held, holdReleased).pauses).toMatchObject([
      { reason: 'patient_choice', clocks: ['K8', 'K9'], began: { eventId: 'event-5' }, ended: { eventId: 'event-6' } },
    ]);
  });
});
