import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from '@grpc/grpc-js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Gate } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { GroupRegistry } from '../groups/group-registry';
import type { CertificateAndKey } from '../tls/self-signed';
import { clusterInfo } from './gossip';
import type { NodeAddress } from './gossip';
import { groupsDefinition, groupsService } from './groups-service';
import { createOpenCalls } from './open-calls';
import { supportedMethods } from './server-features';
import { method } from './service-definition';
import { streamsDefinition, streamsService } from './streams-service';

/** The port cannot be listened at. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}

/** A node that answers calls. */
export interface NodeServer {
  readonly port: number;
  /** Calls that last and are open now. */
  readonly openCalls: () => number;
  /** Ends calls that last, answers the others, and closes. */
  readonly close: () => Promise<void>;
}

/** What a server serves, to whom, and how it proves itself. */
export interface NodeServerParts {
  readonly engine: EventStoreEngine;
  readonly groups: GroupRegistry;
  readonly gate: Gate;
  /** Without one the server speaks in clear. */
  readonly certificate: CertificateAndKey | undefined;
}

/** Clients send up to 3 MiB and one event in a message. */
const MAXIMUM_MESSAGE_BYTES = 17 * 1024 * 1024;

/** Open calls are cut off when they have not ended by themselves after that. */
const CLOSE_MILLISECONDS = 3000;

const options = {
  'grpc.max_receive_message_length': MAXIMUM_MESSAGE_BYTES,
  'grpc.max_send_message_length': -1,
  // A peer that is gone without a word is found, so that what was open for it is closed.
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 10_000,
};

/** A host as it stands before a port: an IPv6 address is bracketed. */
export const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The library wraps what the operating system said. */
const listenFailure = (error: Error): string => /\[(.*)\]/.exec(error.message)?.[1] ?? error.message;

const serverCredentials = (certificate: CertificateAndKey | undefined): ServerCredentials => {
  if (certificate === undefined) return ServerCredentials.createInsecure();
  const pair = { cert_chain: Buffer.from(certificate.certificate), private_key: Buffer.from(certificate.key) };
  return ServerCredentials.createSsl(null, [pair]);
};

const bind = (server: Server, { host, port }: NodeAddress, credentials: ServerCredentials): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${urlHost(host)}:${port}`, credentials, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(new PortUnavailable(`Port ${port} of ${host} cannot be listened at (${listenFailure(error)})`));
    });
  });

const shutDown = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), CLOSE_MILLISECONDS);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Serves an engine to EventStoreDB clients.
 * @throws PortUnavailable when the port is taken or may not be used.
 */
export const startNodeServer = async (
  { engine, groups, gate, certificate }: NodeServerParts,
  address: NodeAddress,
): Promise<NodeServer> => {
  setLogVerbosity(logVerbosity.NONE); // what goes wrong is told by answers and exceptions
  const server = new Server(options);
  const calls = createOpenCalls();
  let bound = address;
  const answerWith =
    (response: () => Buffer) => (_call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>) =>
      answer(null, response());
  server.addService(streamsDefinition, streamsService(engine, gate, calls));
  server.addService(groupsDefinition, groupsService(groups, gate, calls));
  server.addService(
    { read: method('/event_store.client.gossip.Gossip/Read', false, false) },
    { read: answerWith(() => clusterInfo(bound)) },
  );
  server.addService(
    { get: method('/event_store.client.server_features.ServerFeatures/GetSupportedMethods', false, false) },
    { get: answerWith(supportedMethods) },
  );
  const port = await bind(server, address, serverCredentials(certificate));
  bound = { ...address, port };
  return {
    port,
    openCalls: calls.count,
    close: () => {
      calls.endAll();
      return shutDown(server);
    },
  };
};
