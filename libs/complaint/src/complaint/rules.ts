import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { ComplaintStage } from './complaint';
import type { ComplaintEvent } from './events';

/** Every code that a command about a complaint can be refused with, beside those that all aggregates share. */
export const complaintInvariants = {
  COMPLAINT_NOT_FOUND: invariant(null, 404, 'The complaint exists.'),
} as const;

export const refusal = refusals({ ...commonInvariants, ...complaintInvariants });

export const happened = factsOf<ComplaintEvent>();

const commands = [
  'ReceiveComplaint',
  'AcknowledgeComplaint',
  'InvestigateComplaint',
  'ResolveComplaint',
  'ReopenComplaint',
] as const;

/** The legal steps of a complaint. It is answered before it is settled. */
export const transitions = transitionTable<ComplaintStage, (typeof commands)[number]>(commands, [
  { id: 'G01', from: ['none'], command: 'ReceiveComplaint', to: ['received'] },
  { id: 'G02', from: ['received'], command: 'AcknowledgeComplaint', to: ['acknowledged'] },
  {
    id: 'G03',
    from: ['acknowledged', 'investigated'],
    command: 'InvestigateComplaint',
    to: ['investigated'],
  },
  { id: 'G04', from: ['acknowledged', 'investigated'], command: 'ResolveComplaint', to: ['resolved'] },
  { id: 'G05', from: ['resolved'], command: 'ReopenComplaint', to: ['acknowledged'], guard: 'I31' },
]);
