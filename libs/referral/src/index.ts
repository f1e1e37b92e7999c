export { referralAggregate } from './aggregate';
export { allowedActions, whyNot, type WhyNot } from './allowed-actions';
export { activeAppointments, type Appointment, type AppointmentStatus } from './appointments';
export { readyToSchedule } from './booking-gates';
export { AcceptReferral } from './commands/accept-referral';
export { AcknowledgeReport } from './commands/acknowledge-report';
export { AddNote } from './commands/add-note';
export { CancelAppointment } from './commands/cancel-appointment';
export { CloseReferral } from './commands/close-referral';
export { DeclineReferral } from './commands/decline-referral';
export { ForwardReportToReferrer } from './commands/forward-report-to-referrer';
export { ReceiveReferral } from './commands/receive-referral';
export { RecordAttendance } from './commands/record-attendance';
export { RecordConsultNote } from './commands/record-consult-note';
export { RecordInformationReceived } from './commands/record-information-received';
export { RecordNoShow } from './commands/record-no-show';
export { ReferralCommand } from './commands/referral-command';
export { ReopenReferral } from './commands/reopen-referral';
export { RequestMissingInformation } from './commands/request-missing-information';
export { RescheduleAppointment } from './commands/reschedule-appointment';
export { ScheduleAppointment } from './commands/schedule-appointment';
export { SetUrgency } from './commands/set-urgency';
export { StartTriage } from './commands/start-triage';
export { VerifyEligibility } from './commands/verify-eligibility';
export { referralDecider } from './decider';
export type * from './events/closure';
export type * from './events/completeness';
export type * from './events/coverage';
export type { Recorded } from './events/event';
export type * from './events/intake';
export {
  referralEventTypes,
  referralUpcasters,
  type ReferralEvent,
  type ReferralEventType,
} from './events/referral-event';
export type * from './events/report';
export type * from './events/scheduling';
export type * from './events/triage';
export { evolve } from './evolve';
export type * from './facets';
export { invariants, type Invariant, type InvariantCode } from './invariants';
export { referralPolicy, type ReferralPolicy } from './policies';
export { initialState, type Referral, type RegisteredReferral, type Registration, type Standing } from './referral';
export { isTerminal, openStages, reopenableStages, stages, type ReopenableStage, type Stage } from './stages';
export { commandNames, commandsFrom, transitions, type CommandName, type Transition } from './transitions';
export { gates, GateOverrideValue, type Gate, type GateCode, type GateOverride } from './values/gate-override';
export {
  InformationItemValue,
  type InformationItem,
  ReceivedItemValue,
  type ReceivedItem,
} from './values/information-item';
export * from './values/vocabulary';
