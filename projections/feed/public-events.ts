import type { ReferralEvent, ReferralEventType } from '@referral/referral';
import type { FeedState } from './feed-state';

/** What a public event says, and under which name. */
export interface PublicFact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Publish<Type extends ReferralEventType> =
  ((data: Extract<ReferralEvent, { type: Type }>['data'], state: FeedState, referralId: string) => PublicFact) | null;

const fact = (name: string, data: PublicFact['data']): PublicFact => ({ type: `referral.${name}.v1`, data });

/**
 * The public event of each fact (domain.md 7.3): ids and codes, never patient data. `null`: the fact is not published. The state is
 * as it is after the fact.
 */
export const publicEvents: { readonly [Type in ReferralEventType]: Publish<Type> } = {
  ReferralReceived: (data, { urgency }, referralId) =>
    fact('received', {
      referralId,
      reference: data.reference,
      direction: data.direction,
      specialty: data.requestedSpecialty.code,
      service: data.requestedService.code,
      urgency,
      referringOfficeId: data.referringParty.id,
      validUntil: data.validity.end ?? null,
    }),
  InformationRequested: (data) =>
    fact('information-requested', {
      items: data.items.map(({ code }) => code),
      askedOf: { id: data.askedOf.id, type: data.askedOf.type },
      dueAt: data.dueAt,
    }),
  InformationReceived: null,
  ReferralCompletenessReached: null,
  TriageStarted: null,
  UrgencyAssigned: ({ from, to, basis }) => fact('urgency-changed', { from: from ?? null, to, basis }),
  ReferralAccepted: (data, { urgency }) =>
    fact('triaged', { decision: 'accepted', reasonCode: null, destinationId: data.destination.id, urgency }),
  ReferralDeclined: (data, { cycle }) => fact('declined', { reasonCode: data.reason.code, successorId: null, cycle }),
  EligibilityVerified: ({ outcome, serviceCovered, network, authRequired, validThrough }) =>
    fact('eligibility-verified', { outcome, serviceCovered, network, authRequired, validThrough }),
  AppointmentScheduled: ({ appointmentId }, state) => fact('appointment-scheduled', visit(state, appointmentId)),
  AppointmentRescheduled: ({ appointmentId, reason }, state) =>
    fact('appointment-rescheduled', visit(state, appointmentId, reason.code)),
  AppointmentCancelled: ({ appointmentId, reason }, state) =>
    fact('appointment-cancelled', visit(state, appointmentId, reason.code)),
  AppointmentAttended: ({ appointmentId }, state) => fact('appointment-attended', visit(state, appointmentId)),
  AppointmentMissed: ({ appointmentId, reason }, state) =>
    fact('appointment-missed', visit(state, appointmentId, reason?.code)),
  ConsultNoteReceived: ({ kind, documentId, answersClinicalQuestion }) =>
    fact('report-received', { kind, documentId, answersQuestion: answersClinicalQuestion ?? null }),
  ReportForwarded: null,
  ReportAcknowledged: ({ disposition, followUps }) =>
    fact('report-acknowledged', { disposition, followUps: followUps.length }),
  ReferralClosed: ({ closureOutcome }, { durations }) =>
    fact('closed', { closureOutcome, loopClosed: closureOutcome === 'loop_closed', durations }),
  ReferralReopened: ({ reason, cycle }) => fact('reopened', { reasonCode: reason.code, successorId: null, cycle }),
  NoteAdded: null,
  ReferralDrafted: null,
  ReferralSubmitted: null,
  ReferralAmended: ({ changes }) =>
    fact('corrected', { targetEventId: null, fields: changes.map(({ field }) => field) }),
  ReferralDataCorrected: ({ targetEventId, field }) => fact('corrected', { targetEventId, fields: [field] }),
  ReferralLinked: null,
  IntakeAssessmentRecorded: null,
  ReferralMarkedEnteredInError: () => fact('corrected', { targetEventId: null, fields: ['stage'] }),
  RequirementItemVerified: null,
  RequirementItemRejected: null,
  RequirementItemWaived: null,
  ReferralReturnedIncomplete: ({ items, to }) =>
    fact('information-requested', { items, askedOf: { id: to.id, type: to.type }, dueAt: null }),
  ReferralRedirected: ({ to, successorId, reason }, { urgency, cycle }) =>
    successorId === undefined
      ? fact('triaged', { decision: 'redirected', reasonCode: reason.code, destinationId: to.id, urgency })
      : fact('superseded', { reasonCode: reason.code, successorId, cycle }),
  ReferralReturnedWithAdvice: (_, { urgency }) =>
    fact('triaged', { decision: 'returned_with_advice', reasonCode: null, destinationId: null, urgency }),
  EligibilityCheckRequested: null,
  CoverageChanged: null,
  AuthorizationNeedDetermined: null,
  AuthorizationStatusReflected: ({ authorizationId, status, number, validity, unitsRemaining }) =>
    fact('authorization-updated', {
      authorizationId,
      status,
      number: number ?? null,
      validity: validity ?? null,
      unitsRemaining: unitsRemaining ?? null,
    }),
  ServiceNotCoveredRecorded: null,
  CoverageAlternativesOffered: null,
  PatientCoverageDecisionRecorded: null,
  DestinationStatusReflected: null,
  DocumentAttached: null,
  DocumentScanned: null,
  DocumentWithdrawn: null,
  ReferralPackageComposed: null,
  PackageTransmissionRequested: null,
  PackageTransmitted: ({ transmissionId }, state) => fact('document-transmitted', sent(state, transmissionId)),
  PackageTransmissionFailed: null,
  PackageDeliveryConfirmed: ({ transmissionId }, state) =>
    fact('document-delivery-confirmed', sent(state, transmissionId)),
  PackageReceiptAcknowledged: null,
  ConsentStatusReflected: null,
  ContactAttempted: (_, { outreach }) => fact('outreach-updated', outreach),
  StatusUpdateGiven: null,
  OutreachExhausted: (_, { outreach }) => fact('outreach-updated', outreach),
  BarrierIdentified: ({ type, severity }) => fact('barrier-identified', { type, severity }),
  BarrierResourceConnected: null,
  BarrierResolved: ({ barrierId }, { barriers }) =>
    fact('barrier-resolved', barriers[barrierId] ?? { type: null, severity: null }),
  BarrierUnresolved: null,
  InterpreterArranged: null,
  InterpreterDeclined: null,
  AppointmentOffered: null,
  AppointmentOfferAccepted: null,
  AppointmentOfferDeclined: null,
  BookingDeferredToProvider: null,
  EarlierAppointmentRequested: null,
  WaitlistJoined: null,
  WaitlistLeft: null,
  ReportRequested: null,
  ConsultNoteRejected: null,
  ServiceConfirmed: null,
  FollowUpPlanned: null,
  FollowUpCompleted: null,
  CancellationRequested: ({ reason }, { cycle }) =>
    fact('cancellation-requested', { reasonCode: reason.code, successorId: null, cycle }),
  ReferralCancelled: (_, { cancellationReason, cycle }) =>
    fact('cancelled', { reasonCode: cancellationReason, successorId: null, cycle }),
  CancellationRefused: null,
  CancellationRequestWithdrawn: null,
  HoldPlaced: ({ reason, pausesClocks, expectedUntil }) =>
    fact('hold-placed', { reason, pausedClocks: pausesClocks, expectedUntil: expectedUntil ?? null }),
  HoldReleased: ({ holdId }, { holds }) =>
    fact('hold-released', { reason: holds[holdId] ?? null, pausedClocks: [], expectedUntil: null }),
  ReferralValidityExtended: null,
  ReferralExpired: (_, { cycle }) => fact('expired', { reasonCode: null, successorId: null, cycle }),
  ReferralAssigned: ({ teamId, coordinatorId }) =>
    fact('assigned', { team: teamId, coordinatorId: coordinatorId ?? null }),
  ReferralClaimed: ({ coordinatorId }, { team }) => fact('assigned', { team, coordinatorId }),
  ReferralReleased: (_, { team }) => fact('assigned', { team, coordinatorId: null }),
  ReferralCoverageStarted: null,
  ReferralCoverageEnded: null,
  ReferralEscalated: null,
  EscalationAcknowledged: null,
  DelayCauseRecorded: null,
  SlaWarningRaised: ({ clock, dueAt, policyVersion }) => fact('sla-warning', { clock, dueAt, policyVersion }),
  SlaBreached: ({ clock, dueAt, policyVersion }) => fact('sla-breached', { clock, dueAt, policyVersion }),
  SlaMet: null,
  ReminderSet: null,
  ReminderFired: null,
  ReminderCleared: null,
  PatientDeathReflected: null,
  NecessityDisputeRaised: ({ against }) => fact('dispute-opened', { against, outcome: null }),
  DisputePositionRecorded: null,
  DisputeConferenceScheduled: null,
  NecessityDisputeResolved: ({ disputeId, outcome }, { disputes }) =>
    fact('dispute-resolved', { against: disputes[disputeId] ?? null, outcome }),
};

const sent = ({ transmissions }: FeedState, transmissionId: string): PublicFact['data'] => {
  const known = transmissions.find((one) => one.transmissionId === transmissionId);
  return {
    transmissionId,
    recipient: known?.recipient ?? null,
    documentKinds: known?.documentKinds ?? [],
    channel: known?.channel ?? null,
  };
};

const visit = ({ visits }: FeedState, appointmentId: string | undefined, reasonCode?: string): PublicFact['data'] => {
  const booked = visits.find((one) => one.appointmentId === appointmentId);
  return {
    appointmentId: appointmentId ?? null,
    start: booked?.start ?? null,
    mode: booked?.mode ?? null,
    destinationId: booked?.destinationId ?? null,
    reasonCode: reasonCode ?? null,
  };
};
