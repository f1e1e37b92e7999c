import { decodeData, decodeHeader, decodeIdentity } from '../encoding/recorded-event';
import type { IndexedEvent } from './log-index';
import { isMetastream, metadataIn } from './stream-metadata';

const NOTHING = Buffer.alloc(0);

const storedMetadata = (stream: string, message: Buffer): Buffer =>
  metadataIn(stream, { contentType: Buffer.from(decodeHeader(message).contentType), data: decodeData(message) });

/** What the index is told of an event that was found in the log. */
export const indexedEvent = (position: number, message: Buffer, place: number): IndexedEvent => {
  const { id, stream, revision } = decodeIdentity(message);
  const metadata = isMetastream(stream) ? storedMetadata(stream, message) : NOTHING;
  return { id, stream, revision, position, place, messageLength: message.length, metadata };
};
