import {
  type Aggregate,
  invariant,
  publishingInvariants,
  refusals,
  rulesOf,
  transitionTable,
} from '@referral/eventsourcing';
import type { PolicyContent } from './commands/policy-content';
import { publishSlaPolicyUseCase } from './commands/publish-sla-policy';
import { publishSlaPolicyVersionUseCase } from './commands/publish-sla-policy-version';
import { type SlaPolicyEvent, slaPolicyEventTypes } from './events/sla-policy-event';
import { evolvePolicy, type PolicyState } from './published-policy';

const useCases = [publishSlaPolicyUseCase, publishSlaPolicyVersionUseCase];

/** The legal steps of a policy. */
export const slaPolicyTransitions = transitionTable<'published', 'PublishSlaPolicy' | 'PublishSlaPolicyVersion'>(
  ['PublishSlaPolicy', 'PublishSlaPolicyVersion'],
  [
    { id: 'P1', from: ['none'], command: 'PublishSlaPolicy', to: ['published'], guard: 'I47' },
    { id: 'P2', from: ['published'], command: 'PublishSlaPolicyVersion', to: 'unchanged', guard: 'I47' },
  ],
);

/** Every code that a command about a policy can be refused with, beside those that all aggregates share. */
export const slaPolicyInvariants = {
  SLAPOLICY_NOT_FOUND: invariant(null, 404, 'The policy exists.'),
  ...publishingInvariants,
} as const;

const { decider, allowedActions } = rulesOf<PolicyContent, PolicyState, SlaPolicyEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolvePolicy,
  commandsFrom: slaPolicyTransitions.commandsFrom,
  notFound: () => refusals(slaPolicyInvariants)('SLAPOLICY_NOT_FOUND'),
  beganAt: ({ since }) => since,
});

/** Everything that the command handler needs to run policies about deadlines. */
export const slaPolicyAggregate: Aggregate<PolicyContent, PolicyState, SlaPolicyEvent> = {
  category: 'slapolicy',
  collection: 'sla-policies',
  idField: 'policyId',
  decider,
  commands: useCases,
  events: slaPolicyEventTypes,
  upcasters: {},
  invariants: slaPolicyInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
