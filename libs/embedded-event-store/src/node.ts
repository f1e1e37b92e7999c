import { openEngine } from './engine/event-store-engine';
import { openGroupRegistry } from './groups/group-registry';
import { startNodeServer } from './wire/node-server';

export interface NodeOptions {
  /** Folder of the data; made when it is not there. */
  readonly folder: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Told what an operator should know. */
  readonly warn: (message: string) => void;
}

/** A running node. */
export interface EventStoreNode {
  /** What clients connect to. */
  readonly url: string;
  /** Answers what is pending, ends calls that last so that clients connect again, and gives the folder back. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an EventStoreDB-compatible node in this process.
 * @throws FolderInUse, LogCorruption, PortUnavailable, or the file system's error.
 */
export const startNode = async ({ folder, host, port, warn }: NodeOptions): Promise<EventStoreNode> => {
  const engine = await openEngine({ folder, warn });
  const groups = openGroupRegistry(engine);
  const server = await startNodeServer(engine, groups, { host, port }).catch(async (error: unknown) => {
    groups.close();
    await engine.close();
    throw error;
  });
  return {
    url: `esdb://${host}:${server.port}?tls=false`,
    close: async () => {
      await server.close();
      groups.close();
      await engine.close();
    },
  };
};
