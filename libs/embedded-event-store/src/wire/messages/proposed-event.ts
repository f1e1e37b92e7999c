import { hasMore, isText, readBytes, readMessage, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import type { ProposedEvent } from '../../engine/write-request';
import { BINARY_CONTENT, isJson, JSON_CONTENT } from '../../engine/content-type';
import { requiredMetadataMissing, unknown } from '../status';
import { readUuid } from './common';

const NOTHING: Buffer = Buffer.alloc(0);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

const TYPE_KEY = Buffer.from('type');
const CONTENT_TYPE_KEY = Buffer.from('content-type');

interface Headers {
  type?: Buffer;
  contentType?: Buffer;
}

const readHeader = (cursor: Cursor, headers: Headers): void => {
  let key: Cursor | undefined;
  let value = NOTHING;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) key = readMessage(cursor);
    else if (tag === 0x12) value = readBytes(cursor);
    else skipField(cursor, tag);
  }
  if (key === undefined) return;
  if (isText(key, TYPE_KEY)) headers.type = value;
  else if (isText(key, CONTENT_TYPE_KEY)) headers.contentType = value;
};

const requireId = (id: string): string => {
  if (!UUID.test(id) || id === NIL_UUID) throw unknown(`'${id}' is not an id that an event can have.`);
  return id;
};

const requireType = ({ type }: Headers): Buffer => {
  if (type === undefined) throw requiredMetadataMissing('type');
  if (type.length === 0) throw unknown('An event has a type.');
  return type;
};

/** What is not said to be JSON is bytes, whatever else it is said to be. */
const requireContentType = ({ contentType }: Headers): Buffer => {
  if (contentType === undefined) throw requiredMetadataMissing('content-type');
  return isJson(contentType) ? JSON_CONTENT : BINARY_CONTENT;
};

/**
 * `ProposedMessage { UUID id = 1; map metadata = 2; bytes custom_metadata = 3; bytes data = 4 }`, its bytes not copied.
 * @throws CallFailure when it lacks what an event must have; the cursor is behind it then, too.
 */
export const readProposedEvent = (outer: Cursor): ProposedEvent => {
  const cursor = readMessage(outer);
  const headers: Headers = {};
  let [id, metadata, data] = ['', NOTHING, NOTHING];
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) id = readUuid(cursor);
    else if (tag === 0x12) readHeader(readMessage(cursor), headers);
    else if (tag === 0x1a) metadata = readBytes(cursor);
    else if (tag === 0x22) data = readBytes(cursor);
    else skipField(cursor, tag);
  }
  const [type, contentType] = [requireType(headers), requireContentType(headers)];
  return { id: requireId(id), type, contentType, metadata, data };
};
