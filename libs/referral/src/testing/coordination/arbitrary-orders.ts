import fc from 'fast-check';
import type { ReferralCommand } from '../../commands/referral-command';
import { slaOutcomes } from '../../values/clocks';
import { contactOutcomes } from '../../values/outreach';
import { actor } from '../parties';
import * as orders from '../orders';

const { changed } = orders;
const one = <const Value>(...values: readonly [Value, ...(readonly Value[])]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);
const reason = { code: 'other', comment: 'As agreed' };
const id = (kind: string) => fc.constantFrom(`${kind}-1`, `${kind}-2`, `${kind}-3`);

const contact: readonly fc.Arbitrary<ReferralCommand>[] = [
  fc
    .record({
      attemptId: fc.nat(30).map((number) => `attempt-${number}`),
      channel: one('phone', 'mail', 'portal'),
      outcome: fc.constantFrom(...contactOutcomes),
    })
    .map((made) => changed(orders.attempt, made)),
  one('accepted', 'delayed').map((status) => changed(orders.informPatient, { status })),
  fc.constant(orders.exhaust),
  fc
    .record({ barrierId: id('barrier'), blocksScheduling: one(false, false, false, true) })
    .map((known) => changed(orders.identifyBarrier, known)),
  id('barrier').map((barrierId) => changed(orders.connectResource, { barrierId })),
  fc
    .record({ barrierId: id('barrier'), resolution: one('resolved', 'unresolved') })
    .map((known) => changed(orders.resolveBarrier, known)),
  one<ReferralCommand>(orders.arrangeInterpreter, orders.declineInterpreter),
  id('offer').map((offerId) => changed(orders.offer, { offerId })),
  id('offer').map((offerId) => changed(orders.takeOffer, { offerId })),
  id('offer').map((offerId) => changed(orders.declineOffer, { offerId, reason })),
  one<ReferralCommand>(orders.defer, orders.askEarlier, orders.joinWaitlist, orders.leaveWaitlist),
];

const closing: readonly fc.Arbitrary<ReferralCommand>[] = [
  id('due')
    .map((due) => `2026-03-2${due.slice(-1)}T09:00:00Z`)
    .map((dueAt) => changed(orders.requestReport, { dueAt })),
  id('document').map((documentId) => changed(orders.rejectNote, { documentId })),
  fc.constant(orders.confirmService),
  id('follow-up').map((followUpId) => changed(orders.planFollowUp, { followUpId })),
  id('follow-up').map((followUpId) => changed(orders.completeFollowUp, { followUpId })),
  one<ReferralCommand>(orders.requestCancellation, orders.requestCancellation, orders.confirmCancellation),
  one<ReferralCommand>(orders.refuseCancellation, orders.withdrawCancellation),
];

const desk: readonly fc.Arbitrary<ReferralCommand>[] = [
  fc
    .record({ holdId: id('hold'), reason: one('patient_choice', 'clinical_not_ready', 'awaiting_payer') })
    .map((hold) => changed(orders.placeHold, { ...hold, pausesClocks: [] })),
  id('hold').map((holdId) => changed(orders.releaseHold, { holdId })),
  one<ReferralCommand>(orders.extendValidity, orders.expire, changed(orders.expire, { validUntil: '2026-03-06' })),
  one<ReferralCommand>(orders.assign, orders.claim, orders.releaseReferral, orders.endCover),
  fc.constant(changed(orders.cover, { surgeDeclarationId: 'surge-1' })),
  one(1, 2, 3).map((level) => changed(orders.escalate, { level: level })),
  one<ReferralCommand>(orders.acknowledgeEscalation, orders.recordDelay),
  fc.constantFrom(...slaOutcomes).map((outcome) => changed(orders.breach, { outcome })),
  id('reminder').map((reminderId) => changed(orders.setReminder, { reminderId })),
  id('reminder').map((reminderId) => changed(orders.fireReminder, { reminderId })),
  id('reminder').map((reminderId) => changed(orders.clearReminder, { reminderId })),
  id('dispute').map((disputeId) => changed(orders.raiseDispute, { disputeId })),
  id('dispute').map((disputeId) => changed(orders.takePosition, { disputeId })),
  id('dispute').map((disputeId) => changed(orders.scheduleConference, { disputeId })),
  id('dispute').map((disputeId) => orders.by(changed(orders.resolveDispute, { disputeId }), actor('lead-7', 'lead'))),
];

/** Any order of the groups around a referral; the death of the patient now and then only, because little follows it. */
export const anyCoordinationOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(...contact, ...closing, ...desk, {
  arbitrary: fc.constant(orders.reflectDeath),
  weight: 1,
});
