import type { Command } from '../command';
import { optionalDocument } from '../command';
import { largestMessage } from '../frame';
import type { Context, Handler } from '../handler';
import { okReply } from '../reply';
import { sessionMinutes } from '../sessions';

/** Name of the replica set whose only member this node is. */
export const replicaSet = 'rs0';
/** Wire version 21 is MongoDB 7.0. */
const wireVersion = 21;
const electionId = { bson: { type: 'objectId', value: Buffer.from('7fffffff0000000000000001', 'hex') } } as const;

const hello = ({ connection }: Context, command: Command): ReturnType<typeof okReply> => {
  const application = optionalDocument(command, 'client')?.get('application');
  const name = application?.type === 'object' ? application.value.get('name') : undefined;
  if (name?.type === 'string') connection.appName = name.value;
  return okReply({
    helloOk: true,
    [command.name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    secondary: false,
    setName: replicaSet,
    setVersion: 1,
    hosts: [connection.address],
    primary: connection.address,
    me: connection.address,
    electionId,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: largestMessage,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: sessionMinutes,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: wireVersion,
    readOnly: false,
  });
};

const helloHandler: Handler = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'speculativeAuthenticate',
    'saslSupportedMechs',
    'topologyVersion',
    'maxAwaitTimeMS',
    'backpressure',
    'hostInfo',
    'loadBalanced',
    'forShell',
  ],
  run: hello,
};

/** What is answered before anything else is asked. */
export const handshake: Readonly<Record<string, Handler>> = {
  hello: helloHandler,
  ismaster: helloHandler,
  isMaster: helloHandler,
  ping: { fields: [], run: () => okReply({}) },
  buildInfo: {
    fields: [],
    run: () =>
      okReply({
        version: '7.0.0',
        versionArray: [7, 0, 0, 0],
        gitVersion: 'embedded-mongo',
        modules: ['embedded'],
        bits: 64,
        debug: false,
        maxBsonObjectSize: 16 * 1024 * 1024,
        storageEngines: ['lmdb'],
      }),
  },
};
