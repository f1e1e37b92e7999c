import { sameJson, type UseCase } from '@referral/eventsourcing';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { contentOf, EntryChanges } from './entry-content';

/** Something about an entry is otherwise than before. */
export class UpdateDirectoryEntry extends EntryChanges {}

/** D02. */
export const updateDirectoryEntry = (command: UpdateDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  const changes = contentOf(command);
  if (sameJson({ ...entry.facts, ...changes }, entry.facts)) return [];
  transitions.require(entry.stage, 'UpdateDirectoryEntry');
  return [happened('DirectoryEntryUpdated', command, changes)];
};

/** Updating a directory entry. */
export const updateDirectoryEntryUseCase: UseCase<UpdateDirectoryEntry, EntryState, EntryEvent> = {
  name: 'UpdateDirectoryEntry',
  command: UpdateDirectoryEntry,
  summary: 'Changes what the directory says of an entry; lists are told as a whole.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: updateDirectoryEntry,
};
