export { authorizationAggregate } from './aggregate';
export type * from './authorization';
export { clockRules, levels, type ClockBasis, type ClockRule, type Level } from './clock-rules';
export { AuthorizationCommand } from './commands/authorization-command';
export { OpenAuthorization } from './commands/open-authorization';
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
export { authorizationStages, usableStages, type AuthorizationStage, type UsableStage } from './stages';
export { authorizationCommandNames, authorizationTransitions, type AuthorizationCommandName } from './transitions';
export * from './vocabulary';
