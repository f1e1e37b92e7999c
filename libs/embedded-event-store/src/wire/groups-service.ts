import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Gate, Grants } from '../access/grants';
import type { GroupKey } from '../groups/group-key';
import type { GroupRegistry, RegistryOutcome } from '../groups/group-registry';
import type { PersistentGroup } from '../groups/persistent-group';
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
import { authorizationOf, streaming } from './streaming';

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

type Unary = (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>) => void;

/** A method with one message each way, for those whom `admit` lets in. */
const unary =
  (gate: Gate, admit: (grants: Grants) => void) =>
  (answer: (request: Buffer) => Promise<Buffer> | Buffer): Unary =>
  (call, callback) => {
    gate(authorizationOf(call.metadata))
      .then((grants) => {
        admit(grants);
        return answer(call.request);
      })
      .then(
        (message) => callback(null, message),
        (error: unknown) => callback(failureOf(error)),
      );
  };

const throwFailure = (key: GroupKey, outcome: RegistryOutcome): Buffer => {
  const failure = outcomeFailure(key, outcome);
  if (failure !== undefined) throw failure;
  return EMPTY;
};

const findGroup = (registry: GroupRegistry, { source, group }: GroupKey): PersistentGroup => {
  const found = registry.find({ source, group });
  if (found === undefined) throw groupDoesNotExist({ source, group });
  return found;
};

/** The methods of `PersistentSubscriptions`: operators change groups, users look at them, readers of the source take part. */
export const groupsService = (registry: GroupRegistry, gate: Gate, calls: OpenCalls) => {
  const forOperators = unary(gate, (grants) => grants.requireOperator());
  const forUsers = unary(gate, (grants) => grants.requireName());
  return {
    create: forOperators(async (request) => {
      const { key, settings } = decodeConfiguration(request);
      return throwFailure(key, await registry.create(key, settings));
    }),
    update: forOperators(async (request) => {
      const { key, settings } = decodeConfiguration(request);
      return throwFailure(key, await registry.update(key, settings));
    }),
    delete: forOperators(async (request) => {
      const key = decodeDeletion(request);
      return throwFailure(key, await registry.remove(key));
    }),
    read: streaming(gate, calls, serveConsumer(registry)),
    getInfo: forUsers((request) => groupInfo(1, findGroup(registry, decodeInfoRequest(request)).facts())),
    replayParked: forOperators(async (request) => {
      const replay = decodeReplay(request);
      await findGroup(registry, replay).replayParked(replay.stopAt);
      return EMPTY;
    }),
    list: forUsers((request) => {
      const source = decodeListRequest(request);
      const groups = registry.list(source);
      if (source !== undefined && groups.length === 0) throw groupDoesNotExist({ source, group: '' });
      return Buffer.concat(groups.map((group) => groupInfo(1, group.facts())));
    }),
    restartSubsystem: forOperators(() => {
      registry.restart();
      return EMPTY;
    }),
  };
};
