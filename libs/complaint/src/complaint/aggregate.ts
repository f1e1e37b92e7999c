import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { ComplaintCommand } from './commands/complaint-command';
import type { ComplaintState } from './complaint';
import { type ComplaintEvent, complaintEventTypes } from './events';
import { evolveComplaint } from './evolve';
import { complaintInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<ComplaintCommand, ComplaintState, ComplaintEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveComplaint,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('COMPLAINT_NOT_FOUND'),
  beganAt: ({ receivedAt }) => receivedAt,
});

/** Everything that the command handler needs to run complaints. */
export const complaintAggregate: Aggregate<ComplaintCommand, ComplaintState, ComplaintEvent> = {
  category: 'complaint',
  collection: 'complaints',
  idField: 'complaintId',
  decider,
  commands: useCases,
  events: complaintEventTypes,
  upcasters: {},
  invariants: complaintInvariants,
  allowedActions,
  patientOf: (state) => (state.stage === 'none' ? undefined : (state.patientId ?? undefined)),
  stageOf: ({ stage }) => stage,
};
