import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { StaffEvent } from './events';

/** Every code that a command about a member of staff can be refused with, beside those that all aggregates share. */
export const staffInvariants = {
  STAFF_NOT_FOUND: invariant(null, 404, 'The member of staff exists.'),
  COVER_NOT_POSSIBLE: invariant('I40', 422, 'Someone else stands in for who is away.'),
} as const;

export const refusal = refusals({ ...commonInvariants, ...staffInvariants });

export const happened = factsOf<StaffEvent>();

const commands = [
  'AddStaff',
  'GrantRole',
  'RevokeRole',
  'AddSkill',
  'RecordAbsence',
  'SetCapacity',
  'CompleteTraining',
] as const;

/** What can be said of someone who works here. */
export const transitions = transitionTable<'active', (typeof commands)[number]>(commands, [
  { id: 'F01', from: ['none'], command: 'AddStaff', to: ['active'] },
  { id: 'F02', from: ['active'], command: 'GrantRole', to: 'unchanged' },
  { id: 'F03', from: ['active'], command: 'RevokeRole', to: 'unchanged' },
  { id: 'F04', from: ['active'], command: 'AddSkill', to: 'unchanged' },
  { id: 'F05', from: ['active'], command: 'RecordAbsence', to: 'unchanged' },
  { id: 'F06', from: ['active'], command: 'SetCapacity', to: 'unchanged' },
  { id: 'F07', from: ['active'], command: 'CompleteTraining', to: 'unchanged' },
]);
