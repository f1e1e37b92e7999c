import { decodeData, decodeIdentity } from '../encoding/recorded-event';
import type { IndexedEvent } from './log-index';
import { isMetastream } from './stream-metadata';

const NOTHING = Buffer.alloc(0);

/** What the index is told of an event that was found in the log. */
export const indexedEvent = (position: number, message: Buffer, place: number): IndexedEvent => {
  const { id, stream, revision } = decodeIdentity(message);
  const data = isMetastream(stream) ? decodeData(message) : NOTHING;
  return { id, stream, revision, position, place, messageLength: message.length, data };
};
