import type { UseCase } from '@referral/eventsourcing';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { EntryCommand } from './entry-command';

/** Somebody can be referred there again. */
export class ReinstateDirectoryEntry extends EntryCommand {}

/** D09. */
export const reinstateDirectoryEntry = (command: ReinstateDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  if (entry.stage === 'active') return [];
  transitions.require(entry.stage, 'ReinstateDirectoryEntry');
  return [happened('DirectoryEntryReinstated', command, { by: command.issued.actor.userId })];
};

/** Reinstating a directory entry. */
export const reinstateDirectoryEntryUseCase: UseCase<ReinstateDirectoryEntry, EntryState, EntryEvent> = {
  name: 'ReinstateDirectoryEntry',
  command: ReinstateDirectoryEntry,
  summary: 'Puts a suspended entry back into use.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: reinstateDirectoryEntry,
};
