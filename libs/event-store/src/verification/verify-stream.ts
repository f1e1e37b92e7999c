import { isEnvelope, isRecord } from '../envelope/envelope-shape';
import { hashOf, noHash } from '../envelope/hash-chain';
import type { StoredEvent } from '../store/event-store';

/** Where a stream stands when all its events up to there are as they were written. */
export interface StreamHead {
  /** Of the last event; -1 before the first. */
  readonly revision: bigint;
  readonly hash: string;
}

/** The first event that is not as it was written. */
export interface BrokenEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly reason: string;
}

/** What verification needs of an event; a line of an export has as much. */
export type VerifiableEvent = Pick<StoredEvent, 'streamId' | 'revision' | 'id' | 'type' | 'data' | 'metadata'>;

/** Before the first event of a stream. */
export const beforeStream: StreamHead = { revision: -1n, hash: noHash };

/** The stream's head after one more event, or why the event is not the one that was written there. Needs no key: it covers ciphertext. */
export const verifyEvent = (head: StreamHead, event: VerifiableEvent): StreamHead | BrokenEvent => {
  const { streamId, revision } = event;
  const reason = defectOf(head, event);
  return reason === null
    ? { revision, hash: (event.metadata as { hash: string }).hash }
    : { streamId, revision, reason };
};

/** Verifies a whole stream, from revision 0 on. */
export const verifyStream = (events: Iterable<VerifiableEvent>): StreamHead | BrokenEvent => {
  let head = beforeStream;
  for (const event of events) {
    const verified = verifyEvent(head, event);
    if (isBroken(verified)) return verified;
    head = verified;
  }
  return head;
};

/** True for what is not as it was written. */
export const isBroken = (verified: StreamHead | BrokenEvent): verified is BrokenEvent => 'reason' in verified;

const defectOf = (head: StreamHead, { revision, id, type, data, metadata }: VerifiableEvent): string | null => {
  if (revision !== head.revision + 1n) return `it stands at ${revision} where ${head.revision + 1n} should stand`;
  if (!isRecord(data)) return 'its data is not a JSON object';
  if (!isEnvelope(metadata)) return 'its metadata is not an event envelope';
  if (metadata.eventId.toLowerCase() !== id.toLowerCase()) return 'it has another id than its metadata says';
  if (metadata.eventType !== type) return 'it has another type than its metadata says';
  if (metadata.prevHash !== head.hash) return 'it does not go on from the event before it';
  const { hash, ...covered } = metadata;
  return hashOf({ type, data, metadata: covered }) === hash ? null : 'it is not what its hash was made of';
};
