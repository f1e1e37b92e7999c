import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { emptyDiscarded, openEngine } from '../engine/engine';
import { removeExpired } from '../engine/write/expire';
import { serveConnection } from './connection';
import { Cursors } from './cursors';
import { FailPoints } from './fail-points';
import type { Node } from './node';
import { Sessions } from './sessions';

/** How a node is started. */
export type ServeOptions = {
  /** Folder of the data; it must exist. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Offers fail points, for tests only. */
  readonly testCommands?: boolean;
  /** Told of internal errors. */
  readonly log: (error: unknown) => void;
};

/** A node that accepts connections. */
export type RunningNode = {
  readonly port: number;
  /** Finishes what is being answered, closes the connections and the store. */
  readonly stop: () => Promise<void>;
};

/** How often old sessions, idle cursors and expired documents are cleared away (MongoDB's TTL monitor: 60 s). */
const tidyEvery = 60_000;

/** Opens the data folder and listens. Rejects when the port is taken. */
export const serve = async ({
  dataFolder,
  host,
  port,
  testCommands = false,
  log,
}: ServeOptions): Promise<RunningNode> => {
  const engine = openEngine(dataFolder, log);
  const node: Node = {
    engine,
    sessions: new Sessions(engine),
    cursors: new Cursors(),
    startedAt: Date.now(),
    testCommands,
    failPoints: new FailPoints(),
    log,
  };
  const sockets = new Set<Socket>();
  let lastConnection = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(node, socket, ++lastConnection);
  });
  try {
    await listen(server, host, port);
  } catch (error) {
    await engine.storage.close();
    throw error;
  }
  emptyDiscarded(engine).catch(log);
  const tidy = setInterval(() => {
    tidyUp(node).catch(log);
  }, tidyEvery);
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      clearInterval(tidy);
      server.close();
      node.sessions.abortAll();
      for (const socket of sockets) socket.end();
      await engine.storage.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

const tidyUp = async (node: Node): Promise<void> => {
  const now = Date.now();
  node.cursors.closeIdle(now);
  await node.sessions.forgetOld(now);
  await removeExpired(node.engine, now);
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
