import { plainDocument } from '../bson';
import type { Document, PlainDocument, Value } from '../bson';
import { refuse } from '../engine/mongo-error';
import { freeWork, transactionWork } from '../engine/write/work';
import type { Command } from './command';
import { optionalWhole, readCommand, requireKnownFields } from './command';
import { handlers } from './commands';
import type { FailPoint } from './fail-points';
import { FailPointError, withWriteConcernError } from './fail-points';
import type { Context, Handler } from './handler';
import type { Connection, Node } from './node';
import { retryOf } from './retry';
import { errorReply } from './reply';
import { sessionOf } from './session-id';
import { serially } from './serially';
import { clock } from './clock';
import { findTransaction, labelled } from './transaction-rules';

/** Closes the connection without an answer: what a fail point may ask for. */
export class DropConnection extends Error {
  override readonly name = 'DropConnection';
}

/** Commands that end when their client hangs up: it would only throw the answer away. What writes is done all the same. */
const endsWithClient = new Set(['find', 'aggregate', 'getMore', 'count', 'distinct']);

const retryable = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify']);

/** Answers one command; whatever goes wrong is an answer too. */
export const dispatch = async (node: Node, connection: Connection, body: Document): Promise<Document> => {
  try {
    const command = readCommand(body);
    const failure = node.failPoints.take(command.name, connection.appName);
    if (failure) await applyFailPoint(failure);
    const reply = await run(node, connection, command);
    return stamped(withFields(reply, { ...unreachable(command), ...withWriteConcernError(failure) }), node);
  } catch (error) {
    if (error instanceof DropConnection) throw error;
    const answered = error instanceof FailPointError ? error.answer : error;
    const told = error instanceof FailPointError && error.labelled ? answered : labelled(answered, body);
    return stamped(errorReply(told, node.log), node);
  }
};

const withFields = (reply: Document, fields: PlainDocument): Document => {
  let result = reply;
  for (const [name, value] of plainDocument(fields).fields) result = result.with(name, value);
  return result;
};

/** One member cannot confirm for several; the write is done all the same. */
const unreachable = ({ body }: Command): PlainDocument => {
  const concern = body.get('writeConcern');
  const members = concern?.type === 'object' ? concern.value.get('w') : undefined;
  if (members?.type !== 'int' || members.value <= 1) return {};
  const error = { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes' };
  return { writeConcernError: error };
};

const applyFailPoint = async (point: FailPoint): Promise<void> => {
  if (point.blockMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, point.blockMilliseconds));
  if (point.closeConnection) throw new DropConnection();
  if (point.error) throw new FailPointError(point.error.code, point.error.labels);
};

/** Every answer tells the logical time, from which drivers derive causal consistency. */
const stamped = (reply: Document, node: Node): Document => {
  let result = reply;
  for (const [name, value] of clock(node).fields) result = result.with(name, value);
  return result;
};

const run = async (node: Node, connection: Connection, command: Command): Promise<Document> => {
  const handler = handlers.get(command.name);
  if (!handler) throw refuse('CommandNotFound', `no such command: '${command.name}'`);
  requireKnownFields(command, handler.fields);
  const session = sessionOf(command.body.get('lsid'));
  const number = command.body.get('txnNumber');
  if (number && (number.type !== 'long' || !session))
    throw refuse('InvalidOptions', 'Transaction number requires a session ID to also be specified');
  const perform = async (): Promise<Document> => {
    const context = contextOf(node, connection, command, handler, session, number);
    context.check();
    return handler.run(context, command);
  };
  return session && number
    ? serially(session.toString('hex'), () => guarded(node, session, command, perform))
    : perform();
};

/** Any failure inside a transaction ends it. */
const guarded = async (
  node: Node,
  session: Buffer,
  command: Command,
  perform: () => Promise<Document>,
): Promise<Document> => {
  try {
    const reply = await perform();
    if (reply.has('writeErrors')) abortFailed(node, session, command);
    return reply;
  } catch (error) {
    abortFailed(node, session, command);
    throw error;
  }
};

const abortFailed = (node: Node, session: Buffer, command: Command): void => {
  const current = node.sessions.current(session);
  const number = command.body.get('txnNumber');
  const within = command.body.has('autocommit') && command.name !== 'commitTransaction';
  if (current && within && number?.type === 'long' && number.value === current.number) node.sessions.abort(current);
};

const contextOf = (
  node: Node,
  connection: Connection,
  command: Command,
  handler: Handler,
  session: Buffer | undefined,
  number: Value | undefined,
): Context => {
  const base = { node, connection, session, check: interruption(connection, command) };
  const owner = session?.toString('hex') ?? '';
  if (session && number?.type === 'long' && command.body.has('autocommit')) {
    if (handler.inTransaction !== true)
      throw refuse(
        'OperationNotSupportedInTransaction',
        `Cannot run '${command.name}' in a multi-document transaction.`,
      );
    const isEnd = command.name === 'commitTransaction' || command.name === 'abortTransaction';
    const work = isEnd
      ? freeWork(node.engine.storage)
      : transactionWork(findTransaction(node.sessions, session, number.value, command, connection.id).stored);
    return { ...base, work, owner: `${owner}:${number.value}`, retry: undefined };
  }
  const retry =
    session && number?.type === 'long' && retryable.has(command.name)
      ? retryOf(node.sessions, session, number.value)
      : undefined;
  return { ...base, work: freeWork(node.engine.storage), owner, retry };
};

/** Throws when a command is to be broken off: nobody waits for its answer any more, or it takes longer than it may. */
const interruption = (connection: Connection, command: Command): (() => void) => {
  const limit = command.name === 'getMore' ? 0 : (optionalWhole(command, 'maxTimeMS') ?? 0);
  const end = limit > 0 ? performance.now() + limit : Infinity;
  const reads = endsWithClient.has(command.name);
  return () => {
    if (reads && connection.gone) throw refuse('ClientDisconnect', 'operation was interrupted');
    if (performance.now() > end) throw refuse('MaxTimeMSExpired', 'operation exceeded time limit');
  };
};
