import type { sendUnaryData, ServerDuplexStream, ServerUnaryCall } from '@grpc/grpc-js';
import type { GroupRegistry } from '../groups/group-registry';
import { failureOf } from './failure-of';
import { serveConsumer } from './group-consumer';
import { groupDoesNotExist, outcomeFailure } from './group-failures';
import { groupInfo } from './messages/group-info';
import {
  decodeConfiguration,
  decodeDeletion,
  decodeInfoRequest,
  decodeListRequest,
  decodeReplay,
} from './messages/group-requests';
import type { OpenCalls } from './open-calls';
import { method } from './service-definition';

const PATH = '/event_store.client.persistent_subscriptions.PersistentSubscriptions';

export const groupsDefinition = {
  create: method(`${PATH}/Create`, false, false),
  update: method(`${PATH}/Update`, false, false),
  delete: method(`${PATH}/Delete`, false, false),
  read: method(`${PATH}/Read`, true, true),
  getInfo: method(`${PATH}/GetInfo`, false, false),
  replayParked: method(`${PATH}/ReplayParked`, false, false),
  list: method(`${PATH}/List`, false, false),
  restartSubsystem: method(`${PATH}/RestartSubsystem`, false, false),
};

const EMPTY = Buffer.alloc(0);

/** A method with one message each way. */
const unary =
  (answer: (request: Buffer) => Promise<Buffer> | Buffer) =>
  (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>): void => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (message) => callback(null, message),
        (error: unknown) => callback(failureOf(error)),
      );
  };

/** The methods of `PersistentSubscriptions`. */
export const groupsService = (registry: GroupRegistry, calls: OpenCalls) => ({
  create: unary(async (request) => {
    const { key, settings } = decodeConfiguration(request);
    const failure = outcomeFailure(key, await registry.create(key, settings));
    if (failure !== undefined) throw failure;
    return EMPTY;
  }),
  update: unary(async (request) => {
    const { key, settings } = decodeConfiguration(request);
    const failure = outcomeFailure(key, await registry.update(key, settings));
    if (failure !== undefined) throw failure;
    return EMPTY;
  }),
  delete: unary(async (request) => {
    const key = decodeDeletion(request);
    const failure = outcomeFailure(key, await registry.remove(key));
    if (failure !== undefined) throw failure;
    return EMPTY;
  }),
  read: (call: ServerDuplexStream<Buffer, Buffer>): void => {
    calls.add(call);
    serveConsumer(registry, call);
  },
  getInfo: unary((request) => {
    const key = decodeInfoRequest(request);
    const group = registry.find(key);
    if (group === undefined) throw groupDoesNotExist(key);
    return groupInfo(1, group.facts());
  }),
  replayParked: unary(async (request) => {
    const { source, group, stopAt } = decodeReplay(request);
    const found = registry.find({ source, group });
    if (found === undefined) throw groupDoesNotExist({ source, group });
    await found.replayParked(stopAt);
    return EMPTY;
  }),
  list: unary((request) => {
    const source = decodeListRequest(request);
    const groups = registry.list(source);
    if (source !== undefined && groups.length === 0) throw groupDoesNotExist({ source, group: '' });
    return Buffer.concat(groups.map((group) => groupInfo(1, group.facts())));
  }),
  restartSubsystem: unary(() => {
    registry.restart();
    return EMPTY;
  }),
});
