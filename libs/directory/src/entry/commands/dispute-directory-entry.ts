import type { UseCase } from '@referral/eventsourcing';
import { IsId, IsText, pick } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { EntryCommand } from './entry-command';

/** Somebody found that an entry is wrong. */
export class DisputeDirectoryEntry extends EntryCommand {
  @IsText(100) readonly field!: string;
  @IsId() readonly reporter!: string;
}

/** D06. */
export const disputeDirectoryEntry = (command: DisputeDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  const dispute = pick(command, 'field', 'reporter');
  if (entry.disputes.some((known) => known.field === dispute.field && known.reporter === dispute.reporter)) return [];
  transitions.require(entry.stage, 'DisputeDirectoryEntry');
  return [happened('DirectoryEntryDisputed', command, dispute)];
};

/** Disputing a directory entry. */
export const disputeDirectoryEntryUseCase: UseCase<DisputeDirectoryEntry, EntryState, EntryEvent> = {
  name: 'DisputeDirectoryEntry',
  command: DisputeDirectoryEntry,
  summary: 'Reports that something in the entry is wrong; the next verification settles it.',
  roles: ['admin', 'coordinator', 'integration', 'referring_party', 'receiving_party', 'intake'],
  creates: false,
  generatedIds: [],
  decide: disputeDirectoryEntry,
};
