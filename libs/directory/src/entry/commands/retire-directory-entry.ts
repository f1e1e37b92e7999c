import type { UseCase } from '@referral/eventsourcing';
import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { EntryCommand } from './entry-command';

/** Nobody is referred there any more. */
export class RetireDirectoryEntry extends EntryCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
  @MayBeAbsent() @IsId() readonly successorEntryId?: string;
}

/** D10. */
export const retireDirectoryEntry = (command: RetireDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  if (entry.stage === 'retired') return [];
  transitions.require(entry.stage, 'RetireDirectoryEntry');
  return [happened('DirectoryEntryRetired', command, pick(command, 'reason', 'successorEntryId'))];
};

/** Retiring a directory entry. */
export const retireDirectoryEntryUseCase: UseCase<RetireDirectoryEntry, EntryState, EntryEvent> = {
  name: 'RetireDirectoryEntry',
  command: RetireDirectoryEntry,
  summary: 'Takes the entry out of use for good, and may name the one that follows it.',
  roles: ['admin', 'integration'],
  creates: false,
  generatedIds: [],
  decide: retireDirectoryEntry,
};
