import type { CommandLine } from './command-line';
import { UpkeepFailed } from './control/upkeep';
import { BadBackup } from './engine/backup-manifest';
import { FolderInUse } from './engine/folder-lock';
import { LogCorruption } from './engine/log-corruption';
import { FolderNotEmpty } from './engine/new-folder';
import { NoUsers } from './node';
import { BadUserFile } from './users/user-file';
import { UsersRefused } from './users/users-command';
import { PortUnavailable } from './wire/node-server';

/** Errors that say in their own words what is wrong, and what to do. */
const selfExplaining = [
  FolderInUse,
  LogCorruption,
  NoUsers,
  BadUserFile,
  UsersRefused,
  UpkeepFailed,
  BadBackup,
  FolderNotEmpty,
] as const;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What an operator is told when the process cannot do what it was asked for: what is wrong, and what to do. */
export const explain = (error: unknown, command: CommandLine): string => {
  if (selfExplaining.some((kind) => error instanceof kind)) return messageOf(error);
  if (command.kind !== 'run') return `That failed: ${messageOf(error)}`;
  const { port, folder } = command;
  if (error instanceof PortUnavailable)
    return `${error.message}. Stop whatever uses port ${port}, or choose another with --port (0 takes any that is free).`;
  return `The data folder ${folder} cannot be used: ${messageOf(error)}. Make it writable, free space on its disk, or choose another with --data.`;
};
