import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { StaffCommand } from './commands/staff-command';
import type { StaffState } from './staff-member';
import { type StaffEvent, staffEventTypes } from './events';
import { evolveStaff } from './evolve';
import { staffInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<StaffCommand, StaffState, StaffEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveStaff,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('STAFF_NOT_FOUND'),
  beganAt: ({ addedAt }) => addedAt,
});

/** Everything that the command handler needs to run members of staff. */
export const staffAggregate: Aggregate<StaffCommand, StaffState, StaffEvent> = {
  category: 'staff',
  collection: 'staff',
  idField: 'staffId',
  decider,
  commands: useCases,
  events: staffEventTypes,
  upcasters: {},
  invariants: staffInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
