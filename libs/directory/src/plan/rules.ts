import {
  commonInvariants,
  factsOf,
  invariant,
  publishingInvariants,
  refusals,
  transitionTable,
} from '@referral/eventsourcing';
import type { PlanProfileEvent } from './events';

/** Every code that a command about a plan profile can be refused with, beside those that all aggregates share. */
export const planProfileInvariants = {
  PLAN_NOT_FOUND: invariant(null, 404, 'The plan profile exists.'),
  ...publishingInvariants,
} as const;

export const refusal = refusals({ ...commonInvariants, ...planProfileInvariants });

export const happened = factsOf<PlanProfileEvent>();

const commands = ['PublishPlanProfile', 'PublishPlanProfileVersion', 'RetirePlanProfile'] as const;

/** The legal steps of a plan profile. What is retired gets no further version. */
export const transitions = transitionTable<'published' | 'retired', (typeof commands)[number]>(commands, [
  { id: 'L01', from: ['none'], command: 'PublishPlanProfile', to: ['published'], guard: 'I47' },
  { id: 'L02', from: ['published'], command: 'PublishPlanProfileVersion', to: 'unchanged', guard: 'I47' },
  { id: 'L03', from: ['published'], command: 'RetirePlanProfile', to: ['retired'] },
]);
