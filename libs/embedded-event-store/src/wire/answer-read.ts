import { createFilter } from '../engine/event-filter';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Pages } from '../engine/pages';
import type { ReadRequest, ReadTarget } from './messages/read-request';
import { resolvedEvent, streamNotFound } from './messages/read-response';
import { nextTurn, writeAll } from './outgoing';
import type { Outgoing } from './outgoing';
import { streamDeleted, unknown } from './status';

const firstRevision = (from: bigint | 'start' | 'end', forwards: boolean): number => {
  if (from === 'start') return 0;
  if (from !== 'end') return Number(from);
  if (forwards) throw unknown('A stream cannot be read forwards from its end.');
  return Number.POSITIVE_INFINITY;
};

const firstPosition = (from: (ReadTarget & { kind: 'all' })['from']): number => {
  if (from === 'start') return 0;
  if (from === 'end') return Number.POSITIVE_INFINITY;
  if (from.prepare > from.commit) throw unknown('The prepare position is above the commit position.');
  return Number(from.commit);
};

const pagesOf = (engine: EventStoreEngine, request: ReadRequest, target: ReadTarget): Pages | undefined => {
  const { direction, count: maxCount } = request;
  if (target.kind === 'all') {
    const filter = request.filter && createFilter(request.filter);
    return engine.readAll({ direction, from: firstPosition(target.from), maxCount, filter });
  }
  if (target.stream === '' || maxCount === 0)
    throw unknown('A read is of a stream that has a name, and of one event at least.');
  const from = firstRevision(target.from, direction === 'forwards');
  const read = engine.readStream({ stream: target.stream, direction, from, maxCount });
  if (read.kind === 'tombstoned') throw streamDeleted(target.stream);
  return read.kind === 'found' ? read.pages : undefined;
};

/** The message as it is stored, or with the event that it links to. */
export const resolved = (engine: EventStoreEngine, message: Buffer): Buffer => {
  const resolution = engine.resolveLink(message);
  return resolution.kind === 'link' ? resolvedEvent(message, resolution.target) : message;
};

/**
 * Answers a read that ends: page by page, as fast as the receiver takes it. Between pages others have their turn.
 * @throws CallFailure when the read is refused.
 */
export const answerRead = async (
  engine: EventStoreEngine,
  request: ReadRequest,
  target: ReadTarget,
  outgoing: Outgoing,
): Promise<void> => {
  const pages = pagesOf(engine, request, target);
  if (pages === undefined) {
    outgoing.write(streamNotFound(target.kind === 'stream' ? target.stream : ''));
    return;
  }
  const toMessage = (message: Buffer): Buffer => (request.resolveLinks ? resolved(engine, message) : message);
  for (let page = pages.next(); page !== undefined && outgoing.isOpen();) {
    await writeAll(outgoing, page.map(toMessage));
    page = pages.next();
    if (page !== undefined) await nextTurn();
  }
};
