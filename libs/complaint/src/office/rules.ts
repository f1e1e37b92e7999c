import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { OfficeEvent } from './events';

/** Every code that a command about a referring office can be refused with, beside those that all aggregates share. */
export const officeInvariants = {
  OFFICE_NOT_FOUND: invariant(null, 404, 'The referring office exists.'),
  EDUCATION_NOT_FOUND: invariant(null, 404, 'The education was sent to this office.'),
} as const;

export const refusal = refusals({ ...commonInvariants, ...officeInvariants });

export const happened = factsOf<OfficeEvent>();

const commands = ['RegisterOffice', 'SendEducation', 'AcknowledgeEducation'] as const;

/** What can be said of a referring office. */
export const transitions = transitionTable<'registered', (typeof commands)[number]>(commands, [
  { id: 'O01', from: ['none'], command: 'RegisterOffice', to: ['registered'] },
  { id: 'O02', from: ['registered'], command: 'SendEducation', to: 'unchanged' },
  { id: 'O03', from: ['registered'], command: 'AcknowledgeEducation', to: 'unchanged' },
]);
