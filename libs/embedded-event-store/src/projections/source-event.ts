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

const correlationIdOf = (metadata: Buffer): string | undefined => {
  if (!metadata.includes('$correlationId')) return undefined;
  try {
    const value: unknown = JSON.parse(metadata.toString('utf8'));
    const isFound = typeof value === 'object' && value !== null && '$correlationId' in value;
    return isFound && typeof value.$correlationId === 'string' ? value.$correlationId : undefined;
  } catch {
    return undefined;
  }
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
  };
};
