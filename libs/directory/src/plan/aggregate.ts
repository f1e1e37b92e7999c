import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { PlanProfileCommand } from './commands/plan-profile-command';
import type { PlanProfileState } from './published-plan-profile';
import { type PlanProfileEvent, planProfileEventTypes } from './events';
import { evolvePlanProfile } from './evolve';
import { planProfileInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<PlanProfileCommand, PlanProfileState, PlanProfileEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolvePlanProfile,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('PLAN_NOT_FOUND'),
  beganAt: ({ since }) => since,
});

/** Everything that the command handler needs to run plan profiles. */
export const planProfileAggregate: Aggregate<PlanProfileCommand, PlanProfileState, PlanProfileEvent> = {
  category: 'plan',
  collection: 'plans',
  idField: 'planId',
  decider,
  commands: useCases,
  events: planProfileEventTypes,
  upcasters: {},
  invariants: planProfileInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
