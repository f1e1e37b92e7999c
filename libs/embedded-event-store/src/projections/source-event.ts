import { correlationIdOf } from '../encoding/correlation-id';
import {
  decodeData,
  decodeHeader,
  decodeMetadata,
  storedPosition,
  TOMBSTONE_REVISION,
} from '../encoding/recorded-event';
import { describedBy, isSoftDeleted, METADATA_EVENT_TYPE, parseStreamMetadata } from '../engine/stream-metadata';

/** An event as system projections see it. */
export interface SourceEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: number;
  /** `$correlationId` of its metadata, when that is JSON and has one. */
  readonly correlationId: string | undefined;
  /** The stream that is deleted by it, or ended for good. */
  readonly deleted: string | undefined;
}

const deletedBy = (message: Buffer): string | undefined => {
  const { stream, revision, type } = decodeHeader(message);
  if (revision === TOMBSTONE_REVISION) return stream;
  const isDeletion = type === METADATA_EVENT_TYPE && isSoftDeleted(parseStreamMetadata(decodeData(message)));
  return isDeletion ? describedBy(stream) : undefined;
};

export const toSourceEvent = (message: Buffer): SourceEvent => {
  const { id, stream, revision, type } = decodeHeader(message);
  return {
    id,
    stream,
    revision,
    type,
    position: storedPosition(message),
    correlationId: correlationIdOf(decodeMetadata(message)),
    deleted: deletedBy(message),
  };
};
