import { type CreatingUseCase, sameJson } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsText } from '@referral/values';
import type { EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, refusal } from '../rules';
import { type EntryKind, entryKinds } from '../vocabulary';
import { contentOf, EntryChanges } from './entry-content';

const blank = {
  taxonomyCodes: [],
  locations: [],
  contacts: [],
  channels: [],
  acceptedPlans: [],
  languages: [],
  telehealth: false,
  acceptanceCriteria: [],
  accessibility: [],
} as const;

/** Somebody to refer to is known from now on. */
export class AddDirectoryEntry extends EntryChanges {
  @IsIn(entryKinds) readonly kind!: EntryKind;
  @IsText(200) override readonly name!: string;
}

/** What is not said of it is nothing. */
export const addDirectoryEntry = (command: AddDirectoryEntry, entry: EntryState): readonly EntryEvent[] => {
  const data = { entryId: command.entryId, ...blank, kind: command.kind, name: command.name, ...contentOf(command) };
  if (entry.stage !== 'none') {
    const { entryId: _, ...facts } = data;
    if (sameJson(entry.facts, facts)) return [];
    throw refusal('CONTRADICTS_RECORD', 'This entry was added before, and otherwise.');
  }
  return [happened('DirectoryEntryAdded', command, data)];
};

/** Adding a directory entry. */
export const addDirectoryEntryUseCase: CreatingUseCase<AddDirectoryEntry, EntryState, EntryEvent> = {
  name: 'AddDirectoryEntry',
  command: AddDirectoryEntry,
  summary: 'Adds a specialist, a facility or a community service to the directory.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: true,
  generatedIds: [],
  decide: addDirectoryEntry,
};
