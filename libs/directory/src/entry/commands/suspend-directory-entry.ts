import type { UseCase } from '@referral/eventsourcing';
import { IsInstant, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { EntryCommand } from './entry-command';

/** Nobody is referred there for the time being. */
export class SuspendDirectoryEntry extends EntryCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
  @MayBeAbsent() @IsInstant() readonly expectedUntil?: string;
}

/** D08. */
export const suspendDirectoryEntry = (command: SuspendDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  if (entry.stage === 'suspended') return [];
  transitions.require(entry.stage, 'SuspendDirectoryEntry');
  return [happened('DirectoryEntrySuspended', command, pick(command, 'reason', 'expectedUntil'))];
};

/** Suspending a directory entry. */
export const suspendDirectoryEntryUseCase: UseCase<SuspendDirectoryEntry, EntryState, EntryEvent> = {
  name: 'SuspendDirectoryEntry',
  command: SuspendDirectoryEntry,
  summary: 'Takes the entry out of use for the time being; open referrals to it need another destination.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: suspendDirectoryEntry,
};
