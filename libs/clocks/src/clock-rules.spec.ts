import { describe, expect, it } from '@jest/globals';
import type { AuthorizationStatusReflected, ReferralEvent, Stage } from '@referral/referral';
import {
  accepted,
  authorized,
  breached,
  but,
  cancellationRefused,
  complete,
  coverageChanged,
  escalated,
  escalationAcknowledged,
  histories,
  informationReceived,
  informationRequested,
  needDetermined,
  patientInformed,
  received,
  receivedIncomplete,
  redirected,
  referrerInformed,
  reopened,
  scheduledAgain,
  superseded,
  triageStarted,
} from '@referral/referral/testing';
import { ledgerAfter } from './testing/told';

const ends = { true: 'answered', false: 'moot', undefined: 'runs' } as const;

/** Every run of every clock, in the order in which they started: `K1 answered, K4 moot, K9 runs`. */
const runsAfter = (...facts: readonly ReferralEvent[]): string =>
  ledgerAfter(...facts)
    .runs.map(({ clock, stop }) => `${clock} ${ends[`${stop?.answers}`]}`)
    .join(', ');

/** The clocks that the last fact starts. */
const startedBy = (before: readonly ReferralEvent[], fact: ReferralEvent): readonly string[] =>
  ledgerAfter(...before, fact)
    .runs.slice(ledgerAfter(...before).runs.length)
    .map(({ clock }) => clock);

const triaged = 'K1 answered, K9 runs, K2 answered';
const booked = 'K1 answered, K9 runs, K2 answered, K4 answered, K7 moot, K8 answered';
const seen = 'K1 answered, K9 answered, K2 answered, K4 answered, K7 moot, K8 answered';
const over = 'K1 answered, K9 moot, K2 answered, K4 answered, K7 moot, K8 moot';

/** What has started and ended by the time a referral stands at a stage, on its plain way there. */
const atStage: Readonly<Record<Stage, string>> = {
  draft: '',
  received: 'K1 runs, K9 runs, K2 runs',
  awaiting_information: 'K1 answered, K9 runs, K3 runs',
  in_triage: 'K1 answered, K9 runs, K2 runs',
  accepted: `${triaged}, K4 answered, K7 runs, K8 runs`,
  scheduled: booked,
  visit_missed: `${booked}, K10 runs`,
  visit_cancelled: `${booked}, K10 runs`,
  visit_completed: `${seen}, K11 runs`,
  report_received: `${seen}, K11 answered`,
  closed: `${seen}, K11 answered, K12 answered`,
  declined: 'K1 answered, K9 moot, K2 answered',
  superseded: over,
  entered_in_error: 'K1 moot, K9 moot, K2 moot',
  cancellation_requested: `${triaged}, K4 answered, K7 runs, K8 runs, K14 runs`,
  cancelled: `${over}, K14 answered`,
  expired: over,
};

describe('the clocks of a referral', () => {
  it.each(Object.entries(atStage))('are at the stage %s: %s', (stage, runs) => {
    expect(runsAfter(...histories[stage as Stage])).toBe(runs);
  });

  const reflected = (status: AuthorizationStatusReflected['data']['status']) => but(authorized, { status });

  it('wait for an authorization where one is needed: until it is asked for, and then until the payer decides', () => {
    const needed = [...histories.accepted, needDetermined];
    expect(startedBy(histories.accepted, needDetermined)).toEqual(['K5']);
    expect(startedBy(histories.accepted, but(needDetermined, { needed: 'not_required' }))).toEqual([]);
    const asked = [...needed, reflected('submitted')];
    expect(runsAfter(...asked)).toMatch(/K5 answered, K6 runs$/);
    const decisions = [
      'approved',
      'partially_approved',
      'modified',
      'denied',
      'no_action_required',
      'contact_payer',
    ] as const;
    for (const decision of decisions)
      expect(runsAfter(...asked, reflected(decision))).toMatch(/K5 answered, K6 answered$/);
    for (const information of ['pended', 'info_submitted'] as const)
      expect(runsAfter(...asked, reflected(information))).toMatch(/K5 answered, K6 runs$/);
    expect(runsAfter(...needed, but(needDetermined, { needed: 'not_required' }))).toMatch(/K5 moot$/);
  });

  it('wait no longer for a payer whose decision nobody wants any more', () => {
    const asked = [...histories.accepted, needDetermined, reflected('submitted')];
    for (const given of ['cancelled', 'expired'] as const)
      expect(runsAfter(...asked, reflected(given))).toMatch(/K5 answered, K6 moot$/);
    expect(runsAfter(...asked, coverageChanged)).toMatch(/K5 answered, K6 moot$/);
    expect(runsAfter(...asked, reflected('cancelled'), reflected('submitted'))).toMatch(/K6 moot, K6 runs$/);
  });

  it('wait for what was asked for until all of it is there', () => {
    const asked = [receivedIncomplete, informationRequested];
    expect(runsAfter(...asked, but(informationReceived, { items: [] }))).toBe('K1 answered, K9 runs, K3 runs');
    expect(runsAfter(...asked, informationReceived)).toBe('K1 answered, K9 runs, K3 answered');
  });

  it('take word to the referrer for an acknowledgement, and word to the patient for none', () => {
    expect(runsAfter(received, complete, patientInformed)).toBe('K1 runs, K9 runs, K2 runs');
    expect(runsAfter(received, complete, referrerInformed)).toBe('K1 answered, K9 runs, K2 runs');
  });

  it('start for a decision when triage begins on an override, from the receipt', () => {
    const override = { approvedBy: 'lead-1', reason: { code: 'other' } } as const;
    expect(runsAfter(receivedIncomplete, triageStarted)).toBe('K1 answered, K9 runs');
    const { runs } = ledgerAfter(receivedIncomplete, but(triageStarted, { override }));
    expect(runs.map(({ clock, start }) => [clock, start.type, start.at]).slice(2)).toEqual([
      ['K2', 'TriageStarted', '2026-03-02T14:00:00.000Z'],
    ]);
  });

  it('are not started for a decision that was made, nor twice at once', () => {
    expect(startedBy([received, complete, triageStarted, accepted], complete)).toEqual([]);
    expect(startedBy([received, complete], complete)).toEqual([]);
  });

  it('wait for a new booking after a missed visit', () => {
    expect(runsAfter(...histories.visit_missed, scheduledAgain)).toBe(`${booked}, K10 answered`);
  });

  it('start anew where work begins again after a reopening', () => {
    const reopenedTo = (toStage: typeof reopened.data.toStage) => but(reopened, { toStage });
    const { closed, declined } = histories;
    expect(startedBy(closed, reopenedTo('received'))).toEqual(['K2']);
    expect(startedBy([receivedIncomplete, histories.declined.at(-1) ?? received], reopenedTo('received'))).toEqual([
      'K1',
    ]);
    expect(startedBy(closed, reopenedTo('accepted'))).toEqual(['K8']); // eligibility is known
    expect(startedBy(declined, reopenedTo('accepted'))).toEqual(['K4', 'K8']);
    expect(startedBy(closed, reopenedTo('visit_completed'))).toEqual(['K11']);
    expect(startedBy(closed, reopenedTo('report_received'))).toEqual(['K12']);
    expect(startedBy(declined, reopenedTo('report_received'))).toEqual([]); // there is no report
  });

  it('start for the triage of an order that goes to another destination, unless another referral goes on in its place', () => {
    const { accepted: ready } = histories;
    expect(runsAfter(...ready, redirected)).toBe(
      `K1 answered, K9 runs, K2 answered, K4 answered, K7 moot, K8 moot, K2 runs`,
    );
    expect(startedBy(ready, superseded)).toEqual([]);
    expect(startedBy([receivedIncomplete], redirected)).toEqual([]);
  });

  it('wait for an answer to a cancellation, to an escalation, and for word to the patient of a delay', () => {
    const { accepted: ready, cancellation_requested: asked } = histories;
    expect(runsAfter(...asked, cancellationRefused)).toMatch(/K14 answered$/);
    expect(runsAfter(...ready, escalated)).toMatch(/K15 runs$/);
    expect(runsAfter(...ready, escalated, escalationAcknowledged)).toMatch(/K15 answered$/);
    const late = but(breached, { clock: 'K8' });
    expect(runsAfter(...ready, late)).toMatch(/K13 runs$/);
    expect(runsAfter(...ready, late, patientInformed)).toMatch(/K13 answered$/);
    expect(startedBy(ready, but(breached, { clock: 'K4' }))).toEqual([]);
  });
});
