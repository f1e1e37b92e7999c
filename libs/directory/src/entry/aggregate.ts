import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { EntryCommand } from './commands/entry-command';
import type { EntryState } from './entry';
import { type EntryEvent, entryEventTypes } from './events';
import { evolveEntry } from './evolve';
import { entryInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<EntryCommand, EntryState, EntryEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveEntry,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('DIRECTORY_NOT_FOUND'),
  beganAt: ({ addedAt }) => addedAt,
});

/** Everything that the command handler needs to run directory entries. */
export const directoryAggregate: Aggregate<EntryCommand, EntryState, EntryEvent> = {
  category: 'directory',
  collection: 'directory-entries',
  idField: 'entryId',
  decider,
  commands: useCases,
  events: entryEventTypes,
  upcasters: {},
  invariants: entryInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
