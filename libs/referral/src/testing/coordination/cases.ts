import { type Case, of } from '../case';
import { reported, scheduled } from '../facts';
import { but } from '../fact';
import { histories } from '../histories';
import * as orders from '../orders';
import * as contact from './contact-facts';
import * as desk from './desk-facts';

const chased = [1, 2, 3].map((attemptNo) => but(desk.reportRequested, { attemptNo }));
const unobtained = orders.changed(orders.close, {
  closureOutcome: 'completed_report_not_obtained',
  reason: { code: 'other', comment: 'The clinic has closed' },
});
const uncontacted = orders.changed(orders.close, {
  closureOutcome: 'unable_to_contact',
  reason: { code: 'other', comment: 'Outreach is exhausted' },
});
const farVisit = but(scheduled, { start: '2026-08-17T10:00:00-04:00', end: '2026-08-17T10:30:00-04:00' });
const interim = but(reported, { documentId: 'document-report', kind: 'interim' });
const otherNote = {
  also: [interim],
  before: { report_received: [...histories.visit_completed, but(reported, { documentId: 'document-2' })] },
};

/** The rows of the groups around a referral, acted out. */
export const coordinationCases: readonly Case[] = [
  of('T19', 'RequestCancellation', orders.requestCancellation),
  of('T24', 'CloseReferral', unobtained, {
    when: 'completed_report_not_obtained',
    before: { visit_completed: [...histories.visit_completed, ...chased] },
  }),
  of('T25', 'CloseReferral', uncontacted, { when: 'unable_to_contact', also: [contact.exhausted] }),
  of('T26', 'RequestCancellation', orders.requestCancellation),
  of('T27', 'ConfirmCancellation', orders.confirmCancellation),
  of('T28', 'RefuseCancellation', orders.refuseCancellation),
  of('T28', 'WithdrawCancellationRequest', orders.withdrawCancellation),
  of('T29', 'RecordConsultNote', orders.report, { when: 'final' }),
  of('T31', 'ExpireReferral', orders.expire, {
    before: { scheduled: [...histories.accepted, farVisit] },
  }),
  of('T32', 'ExtendValidity', orders.extendValidity),
  of('T50', 'RejectConsultNote', orders.rejectNote, { when: 'report' }),
  of('T39', 'RejectConsultNote', orders.rejectNote, { when: 'other_note', ...otherNote }),
  of('T39', 'RecordContactAttempt', orders.attempt),
  of('T39', 'RecordStatusUpdateGiven', orders.informPatient),
  of('T39', 'ExhaustOutreach', orders.exhaust),
  of('T39', 'IdentifyBarrier', orders.identifyBarrier),
  of('T39', 'ConnectResource', orders.connectResource, { also: [contact.barrierIdentified] }),
  of('T39', 'ResolveBarrier', orders.resolveBarrier, { also: [contact.barrierIdentified] }),
  of('T39', 'ArrangeInterpreter', orders.arrangeInterpreter),
  of('T39', 'RecordInterpreterDeclined', orders.declineInterpreter),
  of('T39', 'OfferAppointment', orders.offer),
  of('T39', 'RecordOfferResponse', orders.takeOffer, { also: [contact.offered] }),
  of('T39', 'DeferBookingToProvider', orders.defer),
  of('T39', 'RequestEarlierAppointment', orders.askEarlier),
  of('T39', 'JoinWaitlist', orders.joinWaitlist),
  of('T39', 'LeaveWaitlist', orders.leaveWaitlist, { also: [contact.waiting] }),
  of('T39', 'RequestReport', orders.requestReport),
  of('T39', 'RecordServiceConfirmation', orders.confirmService),
  of('T39', 'PlanFollowUp', orders.planFollowUp),
  of('T39', 'CompleteFollowUp', orders.completeFollowUp, { also: [desk.followUpPlanned] }),
  of('T39', 'PlaceHold', orders.placeHold),
  of('T39', 'ReleaseHold', orders.releaseHold, { also: [desk.held] }),
  of('T39', 'ExtendValidity', orders.extendValidity),
  of('T39', 'AssignReferral', orders.assign),
  of('T39', 'ClaimReferral', orders.claim),
  of('T39', 'ReleaseReferral', orders.releaseReferral, { also: [desk.assigned] }),
  of('T39', 'CoverReferral', orders.cover, { also: [desk.assigned] }),
  of('T39', 'EndCover', orders.endCover, { also: [desk.assigned, desk.covered] }),
  of('T39', 'EscalateReferral', orders.escalate),
  of('T39', 'AcknowledgeEscalation', orders.acknowledgeEscalation, { also: [desk.escalated] }),
  of('T39', 'RecordDelay', orders.recordDelay),
  of('T39', 'RecordSlaOutcome', orders.breach),
  of('T39', 'SetReminder', orders.setReminder),
  of('T39', 'FireReminder', orders.fireReminder, { also: [desk.reminded] }),
  of('T39', 'ClearReminder', orders.clearReminder, { also: [desk.reminded] }),
  of('T39', 'ReflectPatientDeath', orders.reflectDeath),
  of('T39', 'RaiseNecessityDispute', orders.raiseDispute),
  of('T39', 'RecordDisputePosition', orders.takePosition, { also: [desk.disputed] }),
  of('T39', 'ScheduleDisputeConference', orders.scheduleConference, { also: [desk.disputed] }),
  of('T39', 'ResolveNecessityDispute', orders.resolveDispute, { also: [desk.disputed] }),
];
