import { existsSync } from 'node:fs';
import { openEngine } from '../engine/event-store-engine';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { restore } from '../engine/restore';
import { listSegments } from '../engine/segment-list';
import { verifyLog } from '../engine/verify-log';
import { askNode } from './ask-node';
import type { ControlRequest, Facts } from './control-request';

/** Work on a data folder that a command asks for. */
export type UpkeepCommand =
  | { readonly kind: 'ask'; readonly folder: string; readonly request: ControlRequest }
  | { readonly kind: 'restore'; readonly folder: string; readonly to: string };

/** A running node refused, or could not do, what it was asked for. */
export class UpkeepFailed extends Error {
  override readonly name = 'UpkeepFailed';
}

/** Does what is asked for, on a store that is open. */
export const upkeepOf = async (engine: EventStoreEngine, request: ControlRequest): Promise<Facts> => {
  switch (request.ask) {
    case 'stats':
      return { ...engine.facts() };
    case 'scavenge':
      return { ...(await engine.scavenge()) };
    case 'verify':
      return { ...(await engine.verify()) };
    case 'backup':
      return { ...(await engine.backup(request.to)) };
  }
};

/** Opens the store as the only process, for as long as the work takes. */
const onClosedStore = async (
  folder: string,
  request: ControlRequest,
  warn: (message: string) => void,
): Promise<Facts> => {
  if (request.ask === 'verify') return { ...(await verifyLog(folder)) };
  const engine = await openEngine({ folder, warn });
  try {
    return await upkeepOf(engine, request);
  } finally {
    await engine.close();
  }
};

/**
 * Does what a command asks for: in the node, where one runs on the folder, and on the files themselves where none does.
 * @throws UpkeepFailed, FolderInUse, LogCorruption, BadBackup, FolderNotEmpty, or the file system's error.
 */
export const upkeep = async (command: UpkeepCommand, warn: (message: string) => void): Promise<Facts> => {
  if (command.kind === 'restore') return { ...(await restore(command.folder, command.to)) };
  const { folder, request } = command;
  if (!existsSync(folder) || listSegments(folder).length === 0)
    throw new UpkeepFailed(`There is no event store in the folder ${folder}.`);
  const answer = await askNode(folder, request);
  if (answer === undefined) return onClosedStore(folder, request, warn);
  if (!answer.ok) throw new UpkeepFailed(answer.reason);
  return answer.facts;
};
