import { FolderInUse } from './engine/folder-lock';
import { LogCorruption } from './engine/log-corruption';
import { PortUnavailable } from './wire/node-server';

/** What an operator is told when the node cannot start: what is wrong, and what to do. */
export const explain = (
  error: unknown,
  { folder, port }: { readonly folder: string; readonly port: number },
): string => {
  if (error instanceof FolderInUse || error instanceof LogCorruption) return error.message;
  if (error instanceof PortUnavailable)
    return `${error.message}. Stop whatever uses port ${port}, or choose another with --port (0 takes any that is free).`;
  const reason = error instanceof Error ? error.message : String(error);
  return `The data folder ${folder} cannot be used: ${reason}. Make it writable, free space on its disk, or choose another with --data.`;
};
