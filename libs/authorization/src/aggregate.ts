import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { type Authorization, noAuthorization } from './authorization';
import { useCases } from './commands/all';
import type { AuthorizationCommand } from './commands/authorization-command';
import { authorizationEventTypes, authorizationUpcasters, type AuthorizationEvent } from './events/authorization-event';
import { evolve } from './evolve';
import { authorizationInvariants, refusal } from './invariants';
import { policiesOf } from './policies-of';
import { authorizationTransitions } from './transitions';

const { decider, allowedActions } = rulesOf<AuthorizationCommand, Authorization, AuthorizationEvent>({
  useCases,
  initialState: noAuthorization,
  evolve,
  commandsFrom: authorizationTransitions.commandsFrom,
  notFound: () => refusal('AUTHORIZATION_NOT_FOUND', 'There is no such authorization.'),
  beganAt: ({ request }) => request.openedAt,
});

/** Everything that the command handler needs to run prior authorizations. */
export const authorizationAggregate: Aggregate<AuthorizationCommand, Authorization, AuthorizationEvent> = {
  category: 'authorization',
  collection: 'authorizations',
  idField: 'authorizationId',
  decider,
  commands: useCases,
  events: authorizationEventTypes,
  upcasters: authorizationUpcasters,
  invariants: authorizationInvariants,
  allowedActions,
  patientOf: (authorization) => (authorization.stage === 'none' ? undefined : authorization.patientId),
  stageOf: ({ stage }) => stage,
  policiesOf,
};
