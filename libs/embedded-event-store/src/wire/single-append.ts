import type { Grants } from '../access/grants';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { ProposedEvent } from '../engine/write-request';
import { dataBytes, MAXIMUM_APPEND_BYTES } from './append-limit';
import { appended, appendWrongExpectedVersion, decodeAppendPart } from './messages/append';
import type { StreamOptions } from './messages/append';
import { requireStreamName } from './messages/common';
import { toExpectedRevision } from './messages/expected-revision';
import { invalidArgument, maximumAppendSizeExceeded, streamDeleted, unavailable } from './status';

/**
 * Answers an append that has a call of its own: options first, then its events.
 * @throws AccessDenied, or CallFailure when it is refused otherwise than by its expected revision, which is an answer.
 */
export const answerAppend = async (
  engine: EventStoreEngine,
  grants: Grants,
  parts: AsyncIterable<Buffer>,
): Promise<Buffer> => {
  const events: ProposedEvent[] = [];
  let options: StreamOptions | undefined;
  for await (const bytes of parts) {
    const part = decodeAppendPart(bytes);
    if (part.kind === 'options') options = part.options;
    else if (part.kind === 'event') events.push(part.event);
    if (dataBytes(events) > MAXIMUM_APPEND_BYTES) throw maximumAppendSizeExceeded(MAXIMUM_APPEND_BYTES);
  }
  if (options === undefined) throw invalidArgument('An append begins with its options.');
  const { expected } = options;
  const stream = requireStreamName(options.stream);
  grants.require('write', stream);
  const outcome = await engine.write({ kind: 'append', stream, expected: toExpectedRevision(expected), events });
  if (outcome.kind === 'written') return appended(outcome.revision, outcome.position);
  if (outcome.kind === 'wrong-version') return appendWrongExpectedVersion(expected, outcome.current);
  throw outcome.kind === 'stream-deleted' ? streamDeleted(stream) : unavailable('The append came too late.');
};
