import { correlationIdOf } from '../encoding/correlation-id';
import { decodeHeader, decodeMetadata, storedPosition } from '../encoding/recorded-event';

/** An event as system projections see it. */
export interface SourceEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: number;
  /** `$correlationId` of its metadata, when that is JSON and has one. */
  readonly correlationId: string | undefined;
}

export const toSourceEvent = (message: Buffer): SourceEvent => {
  const { id, stream, revision, type } = decodeHeader(message);
  return {
    id,
    stream,
    revision,
    type,
    position: storedPosition(message),
    correlationId: correlationIdOf(decodeMetadata(message)),
  };
};
