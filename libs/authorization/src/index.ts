export { authorizationAggregate } from './aggregate';
export type * from './authorization';
export { clockRules, EXPIRING_WITHIN_DAYS, levels, type ClockBasis, type ClockRule, type Level } from './clock-rules';
export { AuthorizationCommand } from './commands/authorization-command';
export { ExpireAuthorization } from './commands/expire-authorization';
export { OpenAuthorization } from './commands/open-authorization';
export { RecordDecisionOverdue } from './commands/record-decision-overdue';
export { RecordExpiring } from './commands/record-expiring';
export { decisions, hcrActions, type Decision, type HcrAction } from './decisions';
export type * from './events/asking';
export {
  authorizationEventTypes,
  type AuthorizationEvent,
  type AuthorizationEventType,
} from './events/authorization-event';
export type * from './events/deciding';
export type * from './events/objecting';
export type * from './events/using';
export {
  authorizationStages,
  undecidedStages,
  usableStages,
  type AuthorizationStage,
  type UsableStage,
} from './stages';
export { authorizationCommandNames, authorizationTransitions, type AuthorizationCommandName } from './transitions';
export { endOfValidity } from './validity';
export * from './vocabulary';
