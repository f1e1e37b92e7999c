import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { IntakeCommand } from './commands/intake-command';
import { intakeEventTypes, intakeUpcasters, type IntakeEvent } from './events/intake-event';
import { evolve } from './evolve';
import { type IntakeItem, noItem } from './intake-item';
import { intakeInvariants, refusal } from './invariants';
import { intakeTransitions } from './transitions';

const { decider, allowedActions } = rulesOf<IntakeCommand, IntakeItem, IntakeEvent>({
  useCases,
  initialState: noItem,
  evolve,
  commandsFrom: intakeTransitions.commandsFrom,
  notFound: () => refusal('INTAKE_NOT_FOUND', 'There is no such intake item.'),
  beganAt: ({ receivedAt }) => receivedAt,
});

/**
 * Everything that the command handler needs to run intake items. Whom an item is about is not known at first, and may turn out to be
 * nobody: its patient data is encrypted under a key of its own.
 */
export const intakeAggregate: Aggregate<IntakeCommand, IntakeItem, IntakeEvent> = {
  category: 'intake',
  collection: 'intake-items',
  idField: 'intakeId',
  decider,
  commands: useCases,
  events: intakeEventTypes,
  upcasters: intakeUpcasters,
  invariants: intakeInvariants,
  allowedActions,
  patientOf: (item) => (item.stage === 'none' ? undefined : item.intakeId),
  stageOf: ({ stage }) => stage,
};
