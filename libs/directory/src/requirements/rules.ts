import {
  commonInvariants,
  factsOf,
  invariant,
  publishingInvariants,
  refusals,
  transitionTable,
} from '@referral/eventsourcing';
import type { RequirementSetEvent } from './events';

/** Every code that a command about a requirement set can be refused with, beside those that all aggregates share. */
export const requirementSetInvariants = {
  REQUIREMENTS_NOT_FOUND: invariant(null, 404, 'The requirement set exists.'),
  ...publishingInvariants,
} as const;

export const refusal = refusals({ ...commonInvariants, ...requirementSetInvariants });

export const happened = factsOf<RequirementSetEvent>();

const commands = ['PublishRequirementSet', 'PublishRequirementSetVersion', 'RetireRequirementSet'] as const;

/** The legal steps of a requirement set. What is retired gets no further version. */
export const transitions = transitionTable<'published' | 'retired', (typeof commands)[number]>(commands, [
  { id: 'N01', from: ['none'], command: 'PublishRequirementSet', to: ['published'], guard: 'I47' },
  { id: 'N02', from: ['published'], command: 'PublishRequirementSetVersion', to: 'unchanged', guard: 'I47' },
  { id: 'N03', from: ['published'], command: 'RetireRequirementSet', to: ['retired'] },
]);
