import { pick } from '@referral/values';
import * as contact from './contact-facts';
import * as desk from './desk-facts';

const reason = { code: 'other', comment: 'As agreed' };
const approval = { approvedBy: 'lead-1', reason };

/** A right body for each command of the groups around a referral, as a client sends it. */
export const coordinationBodies = {
  RecordContactAttempt: {
    ...pick(contact.attempted.data, 'party', 'channel', 'direction', 'outcome', 'language', 'note', 'durationSec'),
    interpreter: { type: 'machine_translation', id: 'tool-1', whyFallback: 'No line was free', reviewedBy: 'staff-1' },
  },
  RecordStatusUpdateGiven: { ...contact.patientInformed.data, template: 'template-1' },
  ExhaustOutreach: { ...pick(contact.exhausted.data, 'letterSentAt', 'noticeToReferrerAt'), reason },
  IdentifyBarrier: pick(contact.barrierIdentified.data, 'type', 'severity', 'blocksScheduling'),
  ConnectResource: contact.resourceConnected.data,
  ResolveBarrier: { ...contact.barrierResolved.data, resolution: 'resolved' },
  ArrangeInterpreter: {
    ...contact.interpreterArranged.data,
    appointmentId: 'appointment-1',
    whyFallback: 'None',
    reviewedBy: 'staff-1',
  },
  RecordInterpreterDeclined: { language: 'es-US', reason },
  OfferAppointment: pick(contact.offered.data, 'slots', 'offeredVia'),
  RecordOfferResponse: { ...contact.offerAccepted.data, response: 'accepted', reason },
  DeferBookingToProvider: contact.deferred.data,
  RequestEarlierAppointment: contact.earlierRequested.data,
  JoinWaitlist: contact.waiting.data,
  LeaveWaitlist: contact.waitlistLeft.data,
  RequestReport: pick(desk.reportRequested.data, 'to', 'channel', 'dueAt'),
  RejectConsultNote: desk.noteRejected.data,
  RecordServiceConfirmation: desk.serviceConfirmed.data,
  PlanFollowUp: pick(desk.followUpPlanned.data, 'what', 'dueAt', 'ownerId'),
  CompleteFollowUp: desk.followUpCompleted.data,
  RequestCancellation: pick(desk.cancellationRequested.data, 'by', 'reason'),
  ConfirmCancellation: { confirmedBy: 'clinic-1' },
  RefuseCancellation: { reason },
  WithdrawCancellationRequest: { reason },
  PlaceHold: {
    ...pick(desk.held.data, 'reason', 'pausesClocks', 'expectedUntil', 'evidence'),
    comment: 'Travels until then',
  },
  ReleaseHold: desk.holdReleased.data,
  ExtendValidity: { validity: desk.extended.data.new, reason },
  ExpireReferral: { validUntil: '2026-06-30' },
  AssignReferral: {
    ...desk.assigned.data,
    assignee: { active: true, trained: true, inScope: true, underCapacity: false },
    override: approval,
  },
  ClaimReferral: desk.claimed.data,
  ReleaseReferral: { reason },
  CoverReferral: {
    ...pick(desk.covered.data, 'coveringId', 'coveredId', 'until'),
    absence: { absenceId: 'absence-1', from: '2026-03-03T08:00:00-05:00', to: '2026-03-06T17:00:00-05:00' },
    surgeDeclarationId: 'surge-1',
  },
  EndCover: { coveringId: 'coordinator-2' },
  EscalateReferral: desk.escalated.data,
  AcknowledgeEscalation: desk.escalationAcknowledged.data,
  RecordDelay: desk.delayed.data,
  RecordSlaOutcome: { ...desk.breached.data, outcome: 'breached' },
  SetReminder: pick(desk.reminded.data, 'dueAt', 'what'),
  FireReminder: { reminderId: 'reminder-1' },
  ClearReminder: { reminderId: 'reminder-1' },
  ReflectPatientDeath: { source: 'family' },
  RaiseNecessityDispute: pick(desk.disputed.data, 'raisedBy', 'against', 'grounds'),
  RecordDisputePosition: pick(
    desk.positionTaken.data,
    'disputeId',
    'party',
    'position',
    'rationale',
    'evidenceDocumentIds',
  ),
  ScheduleDisputeConference: desk.conference.data,
  ResolveNecessityDispute: desk.disputeResolved.data,
};
