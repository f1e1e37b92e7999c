import { openEngine } from './engine/event-store-engine';
import { openGroupRegistry } from './groups/group-registry';
import { runProjections } from './projections/run-projections';
import { startNodeServer, urlHost } from './wire/node-server';

export interface NodeOptions {
  /** Folder of the data; made when it is not there. */
  readonly folder: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Whether links by category, type, stream and correlation are kept, as a real EventStoreDB's system projections do. */
  readonly projections?: boolean;
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
export const startNode = async ({ folder, host, port, projections, warn }: NodeOptions): Promise<EventStoreNode> => {
  const engine = await openEngine({ folder, warn });
  const groups = openGroupRegistry(engine);
  const server = await startNodeServer(engine, groups, { host, port }).catch(async (error: unknown) => {
    groups.close();
    await engine.close();
    throw error;
  });
  const running = projections === true ? runProjections(engine, warn) : undefined;
  return {
    url: `esdb://${urlHost(host)}:${server.port}?tls=false`,
    close: async () => {
      await server.close();
      groups.close();
      await running?.close();
      await engine.close();
    },
  };
};
