import { describe, expect, it } from '@jest/globals';
import type { ReferralCommand } from './commands/referral-command';
import type { ReferralEvent } from './events/referral-event';
import { referralDecider } from './decider';
import {
  accept,
  accepted,
  acknowledge,
  at,
  attend,
  backdated,
  but,
  cancel,
  changed,
  close,
  complete,
  decline,
  effective,
  eligible,
  forward,
  given,
  histories,
  informationIn,
  noShow,
  received,
  referralAfter,
  reopen,
  reopened,
  report,
  requestInformation,
  reschedule,
  schedule,
  startTriage,
  triageStarted,
  urgencyAssigned,
} from './testing';

const reason = { code: 'other', comment: 'Came in twice' };
const reopenedAsReceived = but(reopened, { toStage: 'received' });

/** The last fact of a history takes effect a minute before the order is taken, the order two minutes before. */
const minutesBefore = (command: ReferralCommand, minutes: number): string =>
  new Date(Date.parse(command.occurredAt) - minutes * 60_000).toISOString();

const lateIn = (history: readonly ReferralEvent[], command: ReferralCommand): readonly ReferralEvent[] =>
  history.map((event, index) => (index === history.length - 1 ? effective(event, minutesBefore(command, 1)) : event));

const inTriage = [received, complete, triageStarted];
const reportIn = histories.report_received;
const declinedReferral = histories.declined;

/** What follows, after a history whose last fact it follows. */
const cases: readonly (readonly [what: string, history: readonly ReferralEvent[], command: ReferralCommand])[] = [
  ['asking for information', inTriage, requestInformation],
  ['information that was asked for', histories.awaiting_information, informationIn],
  ['triage', [...declinedReferral, reopenedAsReceived], startTriage],
  ['acceptance', [received, complete, urgencyAssigned, triageStarted], accept],
  ['a decline', inTriage, decline],
  ['a booking', [...histories.in_triage, eligible, accepted], schedule],
  ['moving a visit', histories.scheduled, reschedule],
  ['cancelling a visit', histories.scheduled, cancel],
  ['attendance', histories.scheduled, attend],
  ['a no-show', histories.scheduled, noShow],
  ['the final report', histories.visit_completed, report],
  ['forwarding the report', reportIn, forward],
  ['acknowledging the report', reportIn, acknowledge],
  ['closing', declinedReferral.slice(0, -1).concat(accepted), changed(close, { closureOutcome: 'duplicate', reason })],
  ['reopening', histories.closed, reopen],
];

describe('the order of effective times', () => {
  it.each(cases)('holds for %s', (_, history, command) => {
    const order = at(command, '2026-03-25T12:00:00Z');
    const late = lateIn(history, order);
    const earlier = backdated(order, minutesBefore(order, 2));
    given(...late)
      .when(earlier)
      .thenRejected('CHRONOLOGY_VIOLATION');
    const onTime = referralDecider.decide(backdated(order, minutesBefore(order, 1)), referralAfter(...late));
    expect(onTime.map(({ occurredAt }) => occurredAt)).toContain(minutesBefore(order, 1));
  });

  it.each(cases)('gives way to a late entry of %s', (_, history, command) => {
    const order = at(command, '2026-03-25T12:00:00Z');
    const entered = changed(backdated(order, minutesBefore(order, 2)), { lateEntry: true });
    const events = referralDecider.decide(entered, referralAfter(...lateIn(history, order)));
    expect(events.map(({ data }) => data.lateEntry)).toContain(true);
  });
});
