import { accessGate } from './access/access-gate';
import { createAuthenticator } from './access/authenticator';
import { openGate } from './access/grants';
import type { Gate } from './access/grants';
import type { ControlRequest, Facts } from './control/control-request';
import { serveControl } from './control/control-server';
import { upkeepOf } from './control/upkeep';
import { openEngine } from './engine/event-store-engine';
import type { EventStoreEngine } from './engine/event-store-engine';
import { openGroupRegistry } from './groups/group-registry';
import type { GroupRegistry } from './groups/group-registry';
import { runProjections } from './projections/run-projections';
import { serverCertificate } from './tls/certificate';
import type { CertificateFiles, ServerCertificate } from './tls/certificate';
import { readUsers, usersVersion } from './users/user-file';
import { startNodeServer, urlHost } from './wire/node-server';
import type { NodeServer } from './wire/node-server';

export interface NodeOptions {
  /** Folder of the data; made when it is not there. */
  readonly folder: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Whether links by category, type, stream and correlation are kept, as a real EventStoreDB's system projections do. */
  readonly projections?: boolean;
  /** Answers over TLS, with a certificate of its own unless files of another are given; in clear without. */
  readonly tls?: CertificateFiles | undefined;
  /** Whether callers must say who they are, by the users file in the folder, and access control lists count. */
  readonly users?: boolean;
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

/** The node shall ask callers who they are, and there is nobody who may do everything. */
export class NoUsers extends Error {
  override readonly name = 'NoUsers';
}

const gateOf = (engine: EventStoreEngine, { folder, users }: NodeOptions): Gate => {
  if (users !== true) return openGate;
  if (readUsers(folder).size === 0)
    throw new NoUsers(`There are no users in ${folder}. Add the first one: npm run event-store -- users add admin`);
  const source = { read: () => readUsers(folder), version: () => usersVersion(folder) };
  return accessGate(engine, createAuthenticator(source));
};

const urlOf = (host: string, port: number, certificate: ServerCertificate | undefined): string => {
  const start = `esdb://${urlHost(host)}:${port}`;
  if (certificate === undefined) return `${start}?tls=false`;
  const { authorityFile } = certificate;
  return authorityFile === undefined ? `${start}?tls=true` : `${start}?tls=true&tlsCAFile=${authorityFile}`;
};

const startedAt = performance.now();

const nodeFacts = (groups: GroupRegistry, server: NodeServer): Facts => ({
  openCalls: server.openCalls(),
  groups: groups.list(undefined).length,
  memoryBytes: process.memoryUsage.rss(),
  processId: process.pid,
  upSeconds: Math.round((performance.now() - startedAt) / 1000),
});

const closeAll = async (closings: readonly (() => Promise<void> | void)[]): Promise<void> => {
  for (const close of [...closings].reverse()) await close();
};

/**
 * Starts an EventStoreDB-compatible node in this process.
 * @throws FolderInUse, LogCorruption, PortUnavailable, NoUsers, BadUserFile, or the file system's error.
 */
export const startNode = async (options: NodeOptions): Promise<EventStoreNode> => {
  const { folder, host, port, projections, tls, warn } = options;
  const engine = await openEngine({ folder, warn });
  const closings: (() => Promise<void> | void)[] = [engine.close];
  try {
    const gate = gateOf(engine, options);
    const certificate = tls && serverCertificate(tls, folder, host);
    const groups = openGroupRegistry(engine);
    closings.push(groups.close);
    const server = await startNodeServer({ engine, groups, gate, certificate }, { host, port });
    closings.push(server.close);
    const answer = async (request: ControlRequest): Promise<Facts> => {
      const facts = await upkeepOf(engine, request);
      return request.ask === 'stats' ? { ...facts, ...nodeFacts(groups, server) } : facts;
    };
    closings.push((await serveControl(folder, answer)).close);
    if (projections === true) closings.splice(1, 0, runProjections(engine, warn).close);
    return { url: urlOf(host, server.port, certificate), close: () => closeAll(closings) };
  } catch (error) {
    await closeAll(closings);
    throw error;
  }
};
