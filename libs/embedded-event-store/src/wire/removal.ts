import type { Grants } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { decodeRemoval, removed } from './messages/append';
import { requireStreamName } from './messages/common';
import { expectationNumber, toExpectedRevision } from './messages/expected-revision';
import { streamDeleted, unavailable, wrongExpectedVersion } from './status';

/**
 * Answers a request to delete a stream or to end it for good.
 * @throws AccessDenied, or CallFailure when the stream is not as expected, or has ended for good.
 */
export const answerRemoval = async (
  engine: EventStoreEngine,
  grants: Grants,
  kind: 'delete' | 'tombstone',
  message: Buffer,
): Promise<Buffer> => {
  const { stream: name, expected } = decodeRemoval(message);
  const stream = requireStreamName(name);
  grants.require('delete', stream);
  const outcome = await engine.write({ kind, stream, expected: toExpectedRevision(expected) });
  if (outcome.kind === 'written') return removed(outcome.position);
  if (outcome.kind === 'wrong-version')
    throw wrongExpectedVersion(stream, expectationNumber(expected), outcome.current);
  throw outcome.kind === 'stream-deleted' ? streamDeleted(stream) : unavailable('The request came too late.');
};
