export { referralAggregate } from './aggregate';
export { activeAppointments, type Appointment, type AppointmentStatus } from './appointments';
export { jsonSchemaConverters } from './checks/json-schema';
export { ReferralCommand } from './commands/referral-command';
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
export { roles, type Role } from './roles';
export { isTerminal, openStages, reopenableStages, stages, type ReopenableStage, type Stage } from './stages';
export { commandNames, commandsFrom, transitions, type CommandName, type Transition } from './transitions';
export { Approval } from './values/approval';
export { Coding } from './values/coding';
export { GateOverride, gates, type Gate, type GateCode } from './values/gate-override';
export { Identifier } from './values/identifier';
export { InformationItem, ReceivedItem } from './values/information-item';
export { Interval, Validity } from './values/interval';
export { Money } from './values/money';
export { PartyRef, partyTypes, type PartyType } from './values/party-ref';
export { Reason } from './values/reason';
export * from './values/vocabulary';
