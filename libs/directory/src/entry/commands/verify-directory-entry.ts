import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsInstant } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { type VerificationMethod, verificationMethods } from '../vocabulary';
import { EntryCommand } from './entry-command';

/** Somebody made sure that an entry is right. */
export class VerifyDirectoryEntry extends EntryCommand {
  @IsIn(verificationMethods) readonly method!: VerificationMethod;
  @IsInstant() readonly nextDueAt!: string;
}

/** D05. It settles what was disputed. */
export const verifyDirectoryEntry = (command: VerifyDirectoryEntry, entry: Entry): readonly EntryEvent[] => {
  const { method, nextDueAt, occurredAt, issued } = command;
  if (entry.verification?.verifiedAt === occurredAt && entry.verification.nextDueAt === nextDueAt) return [];
  transitions.require(entry.stage, 'VerifyDirectoryEntry');
  if (entry.verification) requireOrder(command, entry.verification.verifiedAt, 'the verification before it');
  if (Date.parse(nextDueAt) <= Date.parse(occurredAt))
    throw refusal('CHRONOLOGY_VIOLATION', 'The next verification is due after this one.', { occurredAt, nextDueAt });
  return [happened('DirectoryEntryVerified', command, { method, by: issued.actor.userId, nextDueAt })];
};

/** Verifying a directory entry. */
export const verifyDirectoryEntryUseCase: UseCase<VerifyDirectoryEntry, EntryState, EntryEvent> = {
  name: 'VerifyDirectoryEntry',
  command: VerifyDirectoryEntry,
  summary: 'Records that the entry was checked, and when that is due again.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: verifyDirectoryEntry,
};
