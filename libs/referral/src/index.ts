export { referralAggregate } from './aggregate';
export { allowedActions, type Offer, offerOf, openTo, whyNot, type WhyNot } from './allowed-actions';
export { activeAppointments, type Appointment, type AppointmentStatus } from './appointments';
export { needsNoAuthorization } from './authorization-gates';
export { readyToSchedule } from './booking-gates';
export { AcceptReferral } from './commands/accept-referral';
export { AcknowledgeReport } from './commands/acknowledge-report';
export { AddNote } from './commands/add-note';
export { AmendReferral } from './commands/amend-referral';
export { AttachDocument } from './commands/attach-document';
export { CancelAppointment } from './commands/cancel-appointment';
export { CloseReferral } from './commands/close-referral';
export { ComposePackage } from './commands/compose-package';
export { ConfirmComplete } from './commands/confirm-complete';
export { CorrectReferralData } from './commands/correct-referral-data';
export { DeclineReferral } from './commands/decline-referral';
export { DetermineAuthorizationNeed } from './commands/determine-authorization-need';
export { DraftReferral } from './commands/draft-referral';
export { ForwardReportToReferrer } from './commands/forward-report-to-referrer';
export { LinkReferral } from './commands/link-referral';
export { MarkEnteredInError } from './commands/mark-entered-in-error';
export { OfferCoverageAlternatives } from './commands/offer-coverage-alternatives';
export { ReceiveReferral } from './commands/receive-referral';
export { RecordAttendance } from './commands/record-attendance';
export { RecordConsultNote } from './commands/record-consult-note';
export { RecordCoverageChange } from './commands/record-coverage-change';
export { RecordDeliveryConfirmation } from './commands/record-delivery-confirmation';
export { RecordDocumentScan } from './commands/record-document-scan';
export { RecordInformationReceived } from './commands/record-information-received';
export { RecordIntakeAssessment } from './commands/record-intake-assessment';
export { RecordNoShow } from './commands/record-no-show';
export { RecordPatientCoverageDecision } from './commands/record-patient-coverage-decision';
export { RecordReceiptAcknowledged } from './commands/record-receipt-acknowledged';
export { RecordServiceNotCovered } from './commands/record-service-not-covered';
export { RecordTransmissionOutcome } from './commands/record-transmission-outcome';
export { RedirectReferral } from './commands/redirect-referral';
export { ReferralCommand } from './commands/referral-command';
export { ReflectAuthorizationStatus } from './commands/reflect-authorization-status';
export { ReflectConsentStatus } from './commands/reflect-consent-status';
export { ReflectDestinationStatus } from './commands/reflect-destination-status';
export { RejectRequirementItem } from './commands/reject-requirement-item';
export { ReopenReferral } from './commands/reopen-referral';
export { RequestEligibilityCheck } from './commands/request-eligibility-check';
export { RequestMissingInformation } from './commands/request-missing-information';
export { RescheduleAppointment } from './commands/reschedule-appointment';
export { ReturnReferralIncomplete } from './commands/return-referral-incomplete';
export { ReturnWithAdvice } from './commands/return-with-advice';
export { ScheduleAppointment } from './commands/schedule-appointment';
export { SetUrgency } from './commands/set-urgency';
export { StartTriage } from './commands/start-triage';
export { SubmitReferral } from './commands/submit-referral';
export { TransmitPackage } from './commands/transmit-package';
export { VerifyEligibility } from './commands/verify-eligibility';
export { VerifyRequirementItem } from './commands/verify-requirement-item';
export { WaiveRequirementItem } from './commands/waive-requirement-item';
export { WithdrawDocument } from './commands/withdraw-document';
export { RecordContactAttempt } from './commands/record-contact-attempt';
export { RecordStatusUpdateGiven } from './commands/record-status-update-given';
export { ExhaustOutreach } from './commands/exhaust-outreach';
export { IdentifyBarrier } from './commands/identify-barrier';
export { ConnectResource } from './commands/connect-resource';
export { ResolveBarrier } from './commands/resolve-barrier';
export { ArrangeInterpreter } from './commands/arrange-interpreter';
export { RecordInterpreterDeclined } from './commands/record-interpreter-declined';
export { OfferAppointment } from './commands/offer-appointment';
export { RecordOfferResponse } from './commands/record-offer-response';
export { DeferBookingToProvider } from './commands/defer-booking-to-provider';
export { RequestEarlierAppointment } from './commands/request-earlier-appointment';
export { JoinWaitlist } from './commands/join-waitlist';
export { LeaveWaitlist } from './commands/leave-waitlist';
export { RequestReport } from './commands/request-report';
export { RejectConsultNote } from './commands/reject-consult-note';
export { RecordServiceConfirmation } from './commands/record-service-confirmation';
export { PlanFollowUp } from './commands/plan-follow-up';
export { CompleteFollowUp } from './commands/complete-follow-up';
export { RequestCancellation } from './commands/request-cancellation';
export { ConfirmCancellation } from './commands/confirm-cancellation';
export { RefuseCancellation } from './commands/refuse-cancellation';
export { WithdrawCancellationRequest } from './commands/withdraw-cancellation-request';
export { PlaceHold } from './commands/place-hold';
export { ReleaseHold } from './commands/release-hold';
export { ExtendValidity } from './commands/extend-validity';
export { ExpireReferral } from './commands/expire-referral';
export { AssignReferral } from './commands/assign-referral';
export { ClaimReferral } from './commands/claim-referral';
export { ReleaseReferral } from './commands/release-referral';
export { CoverReferral } from './commands/cover-referral';
export { EndCover } from './commands/end-cover';
export { EscalateReferral } from './commands/escalate-referral';
export { AcknowledgeEscalation } from './commands/acknowledge-escalation';
export { RecordDelay } from './commands/record-delay';
export { RecordSlaOutcome } from './commands/record-sla-outcome';
export { SetReminder } from './commands/set-reminder';
export { FireReminder } from './commands/fire-reminder';
export { ClearReminder } from './commands/clear-reminder';
export { ReflectPatientDeath } from './commands/reflect-patient-death';
export { RaiseNecessityDispute } from './commands/raise-necessity-dispute';
export { RecordDisputePosition } from './commands/record-dispute-position';
export { ScheduleDisputeConference } from './commands/schedule-dispute-conference';
export { ResolveNecessityDispute } from './commands/resolve-necessity-dispute';
export * from './coordination-facets';
export * from './coordination-policies';
export { referralDecider } from './decider';
export type * from './events/closure';
export type * from './events/completeness';
export type * from './events/content';
export type * from './events/coverage';
export type * from './events/coverage-work';
export type * from './events/documents';
export type { Recorded } from './events/event';
export type * from './events/intake';
export type * from './events/redirection';
export { unmet } from './completeness';
export { countedAttempts, distinctDays, mayCallAt, outreachLacks } from './outreach-rule';
export { endOfValidity } from './validity';
export {
  referralEventTypes,
  referralUpcasters,
  type ReferralEvent,
  type ReferralEventType,
} from './events/referral-event';
export type * from './events/report';
export type * from './events/requirements';
export type * from './events/scheduling';
export type * from './events/triage';
export type * from './events/outreach';
export type * from './events/barriers';
export type * from './events/offers';
export type * from './events/follow-up';
export type * from './events/cancellation';
export type * from './events/holds';
export type * from './events/assignment';
export type * from './events/escalation';
export type * from './events/dispute';

export { evolve } from './evolve';
export type * from './facets';
export type * from './facets/content';
export type * from './facets/coverage';
export type * from './facets/documents';
export type * from './facets/requirements';
export { invariants, type InvariantCode } from './invariants';
export { referralPolicy, type ReferralPolicy } from './policies';
export {
  initialState,
  type Referral,
  type RegisteredReferral,
  type Registration,
  type Resumable,
  type Standing,
} from './referral';
export { isSensitive } from './sensitivity';
export { isTerminal, openStages, reopenableStages, stages, type ReopenableStage, type Stage } from './stages';
export { commandNames, commandsFrom, transitions, type CommandName, type Transition } from './transitions';
export type { AmendedContent } from './values/amended-content';
export type { AssessmentAnswer } from './values/assessment-answer';
export type { ChangedField, ContentField } from './values/changed-field';
export type { ConsentScope } from './values/consent-scope';
export * from './values/content-vocabulary';
export type { CoverageAlternative } from './values/coverage-alternative';
export * from './values/coverage-vocabulary';
export type { DocumentFile } from './values/document-file';
export * from './values/document-vocabulary';
export type { ExcludedDocument } from './values/excluded-document';
export { gates, GateOverrideValue, type Gate, type GateCode, type GateOverride } from './values/gate-override';
export {
  InformationItemValue,
  type InformationItem,
  ReceivedItemValue,
  type ReceivedItem,
} from './values/information-item';
export type { NetworkStanding } from './values/network-standing';
export type { Checklist, RequiredItem, RequirementSetRef } from './values/requirement-set';
export type { TransmissionError } from './values/transmission-error';
export * from './values/assignment';
export * from './values/clocks';
export * from './values/dispute';
export * from './values/interpreter';
export * from './values/outreach';
export * from './values/slot';
export * from './values/vocabulary';
