import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { OfficeCommand } from './commands/office-command';
import type { OfficeState } from './office';
import { type OfficeEvent, officeEventTypes } from './events';
import { evolveOffice } from './evolve';
import { officeInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<OfficeCommand, OfficeState, OfficeEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveOffice,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('OFFICE_NOT_FOUND'),
  beganAt: ({ registeredAt }) => registeredAt,
});

/** Everything that the command handler needs to run referring offices. */
export const officeAggregate: Aggregate<OfficeCommand, OfficeState, OfficeEvent> = {
  category: 'office',
  collection: 'referring-offices',
  idField: 'officeId',
  decider,
  commands: useCases,
  events: officeEventTypes,
  upcasters: {},
  invariants: officeInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
