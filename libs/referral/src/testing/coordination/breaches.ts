import type { ReferralCommand } from '../../commands/referral-command';
import type { ReferralEvent } from '../../events/referral-event';
import type { InvariantCode } from '../../invariants';
import * as facts from '../facts';
import { histories } from '../histories';
import * as orders from '../orders';
import { actor } from '../parties';

const { accepted: ready, scheduled: booked, visit_completed: seen } = histories;
const { changed } = orders;
const asked = [...booked, facts.cancellationRequested];
const family = { type: 'family' } as const;
const notEligible = { active: true, trained: false, inScope: true, underCapacity: true };
const notHere = { code: 'other', comment: 'Gone' };
const clinical = facts.but(facts.held, { reason: 'clinical_not_ready', pausesClocks: [] });
const givenUp = changed(orders.close, { closureOutcome: 'completed_report_not_obtained', reason: notHere });

/** One way to break each invariant of the groups around a referral. */
export const coordinationBreaches = {
  APPOINTMENTS_STILL_ACTIVE: [asked, orders.at(orders.confirmCancellation, '2026-03-16T12:00:00-04:00')],
  CLOCK_NOT_PAUSABLE: [ready, changed(orders.placeHold, { pausesClocks: ['K8', 'K11'] })],
  HOLD_ALREADY_OPEN: [[...ready, facts.held], changed(orders.placeHold, { holdId: 'hold-2' })],
  DISPUTE_OPEN: [[...ready, facts.disputed], orders.schedule],
  RESOLVER_CONFLICT: [
    [...ready, facts.disputed],
    orders.by(orders.resolveDispute, actor('reviewer-1', 'clinical_reviewer')),
  ],
  ALREADY_CLAIMED: [[...ready, facts.assigned], changed(orders.claim, { coordinatorId: 'coordinator-2' })],
  ASSIGNEE_NOT_ELIGIBLE: [ready, changed(orders.assign, { assignee: notEligible })],
  NO_COVERAGE_BASIS: [[...ready, facts.assigned], orders.without(orders.cover, 'absence')],
  INTERPRETER_NOT_QUALIFIED: [ready, changed(orders.attempt, { interpreter: family })],
  PATIENT_DECEASED: [[...ready, facts.died], orders.offer],
  REPORT_CHASE_NOT_EXHAUSTED: [[...seen, facts.reportRequested], givenUp],
  VALIDITY_NOT_ENDED: [ready, orders.at(orders.expire, '2026-06-30T12:00:00-04:00')],
  HOLD_BLOCKS_BOOKING: [[...ready, clinical], orders.schedule],
  REMINDER_NOT_DUE: [[...ready, facts.reminded], orders.at(orders.fireReminder, '2026-03-04T12:00:00-05:00')],
  BARRIER_NOT_FOUND: [ready, orders.resolveBarrier],
  OFFER_NOT_FOUND: [ready, orders.takeOffer],
  CONSULT_NOTE_NOT_FOUND: [seen, orders.rejectNote],
  FOLLOW_UP_NOT_FOUND: [ready, orders.completeFollowUp],
  HOLD_NOT_FOUND: [ready, orders.releaseHold],
  ESCALATION_NOT_FOUND: [ready, orders.acknowledgeEscalation],
  REMINDER_NOT_FOUND: [ready, orders.clearReminder],
  DISPUTE_NOT_FOUND: [ready, orders.scheduleConference],
} as const satisfies Partial<
  Record<InvariantCode, readonly [history: readonly ReferralEvent[], order: ReferralCommand]>
>;
