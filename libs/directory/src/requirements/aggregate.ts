import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { RequirementSetCommand } from './commands/requirement-set-command';
import type { RequirementSetState } from './published-requirement-set';
import { type RequirementSetEvent, requirementSetEventTypes } from './events';
import { evolveRequirementSet } from './evolve';
import { requirementSetInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<RequirementSetCommand, RequirementSetState, RequirementSetEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveRequirementSet,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('REQUIREMENTS_NOT_FOUND'),
  beganAt: ({ since }) => since,
});

/** Everything that the command handler needs to run requirement sets. */
export const requirementSetAggregate: Aggregate<RequirementSetCommand, RequirementSetState, RequirementSetEvent> = {
  category: 'requirements',
  collection: 'requirement-sets',
  idField: 'requirementSetId',
  decider,
  commands: useCases,
  events: requirementSetEventTypes,
  upcasters: {},
  invariants: requirementSetInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
