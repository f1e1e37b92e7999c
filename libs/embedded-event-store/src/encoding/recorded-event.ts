import { cursorOver, hasMore, readBytes, readMessage, readText, readVarint, skipField } from './protobuf-reader';
import type { Cursor } from './protobuf-reader';
import { varintLength, writeVarint } from './protobuf-writer';

/**
 * One event as it lies in the log and travels in reads: a `ReadResp` message of the client protocol that holds one
 * `ReadEvent` with one `RecordedEvent` and the commit position. Encoded once, at append; reads splice the bytes.
 */
export interface EventToEncode {
  /** UUID in lower case, 36 characters. */
  readonly id: string;
  readonly stream: Buffer;
  /** `TOMBSTONE_REVISION` is written as 2^63 - 1. */
  readonly revision: number;
  readonly position: number;
  /** Its type, its content type and its time, as `EncodeHeaders` writes them. */
  readonly headers: Buffer;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

/** Which event of which stream a stored event is. */
export interface EventIdentity {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
}

/** What the engine needs to know of a stored event. */
export interface EventHeader extends EventIdentity {
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly contentType: string;
}

/** The revision of a tombstone: what 2^63 - 1 becomes as a number. */
export const TOMBSTONE_REVISION = 2 ** 63;

const TOMBSTONE_VARINT = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
const TICKS_PER_MILLISECOND = '0000';
const TYPE_KEY = Buffer.from('type');
const CONTENT_TYPE_KEY = Buffer.from('content-type');
const CREATED_KEY = Buffer.from('created');
const ID_LENGTH = 36;

const delimited = (length: number): number => 1 + varintLength(length) + length;

const writeTaggedVarint = (target: Buffer, at: number, tag: number, length: number): number => {
  target[at] = tag;
  return writeVarint(target, at + 1, length);
};

const writeBytes = (target: Buffer, at: number, tag: number, bytes: Buffer): number => {
  const start = writeTaggedVarint(target, at, tag, bytes.length);
  bytes.copy(target, start);
  return start + bytes.length;
};

const mapEntryLength = (key: Buffer, value: Buffer): number => delimited(key.length) + delimited(value.length);

const writeMapEntry = (target: Buffer, at: number, key: Buffer, value: Buffer): number => {
  const start = writeTaggedVarint(target, at, 0x32, mapEntryLength(key, value));
  return writeBytes(target, writeBytes(target, start, 0x0a, key), 0x12, value);
};

/** Encodes what a stored event says of its type and its content type. */
export type EncodeHeaders = (type: Buffer, contentType: Buffer) => Buffer;

/**
 * For events that are stored at the same time, in milliseconds since 1970. What was encoded last is used again while type and
 * content type stay the same, as they mostly do within an append.
 */
export const headersAt = (createdAt: number): EncodeHeaders => {
  const created = Buffer.from(String(createdAt) + TICKS_PER_MILLISECOND, 'latin1');
  let last: { readonly type: Buffer; readonly contentType: Buffer; readonly headers: Buffer } | undefined;
  return (type, contentType) => {
    if (last !== undefined && type.equals(last.type) && contentType.equals(last.contentType)) return last.headers;
    const entries: readonly (readonly [Buffer, Buffer])[] = [
      [TYPE_KEY, type],
      [CONTENT_TYPE_KEY, contentType],
      [CREATED_KEY, created],
    ];
    const headers = Buffer.allocUnsafe(
      entries.reduce((sum, [key, value]) => sum + delimited(mapEntryLength(key, value)), 0),
    );
    entries.reduce((end, [key, value]) => writeMapEntry(headers, end, key, value), 0);
    last = { type, contentType, headers };
    return headers;
  };
};

/** Lengths of the message and of the two messages inside it. */
const measure = (event: EventToEncode) => {
  const revisionLength = event.revision === TOMBSTONE_REVISION ? TOMBSTONE_VARINT.length : varintLength(event.revision);
  const positionLength = varintLength(event.position);
  const recorded =
    delimited(delimited(ID_LENGTH)) +
    delimited(delimited(event.stream.length)) +
    (1 + revisionLength) +
    2 * (1 + positionLength) +
    event.headers.length +
    delimited(event.metadata.length) +
    delimited(event.data.length);
  const readEvent = delimited(recorded) + 1 + positionLength;
  return { recorded, readEvent, message: delimited(readEvent) };
};

/** An upper bound of the bytes that an event takes once encoded. */
export const encodedBound = ({ stream, headers, metadata, data }: EventToEncode): number =>
  256 + stream.length + headers.length + metadata.length + data.length;

/** Writes the event at `at` and returns where it ends. */
export const encodeEvent = (target: Buffer, at: number, event: EventToEncode): number => {
  const lengths = measure(event);
  let end = writeTaggedVarint(target, at, 0x0a, lengths.readEvent);
  end = writeTaggedVarint(target, end, 0x0a, lengths.recorded);
  end = writeTaggedVarint(target, end, 0x0a, delimited(ID_LENGTH));
  end = writeTaggedVarint(target, end, 0x12, ID_LENGTH);
  end += target.write(event.id, end, ID_LENGTH, 'latin1');
  end = writeTaggedVarint(target, end, 0x12, delimited(event.stream.length));
  end = writeBytes(target, end, 0x1a, event.stream);
  target[end++] = 0x18;
  end =
    event.revision === TOMBSTONE_REVISION
      ? end + TOMBSTONE_VARINT.copy(target, end)
      : writeVarint(target, end, event.revision);
  end = writeTaggedVarint(target, end, 0x20, event.position);
  end = writeTaggedVarint(target, end, 0x28, event.position);
  end += event.headers.copy(target, end);
  end = writeBytes(target, end, 0x3a, event.metadata);
  end = writeBytes(target, end, 0x42, event.data);
  return writeTaggedVarint(target, end, 0x18, event.position);
};

/** The `RecordedEvent` inside a stored message. */
const recordedCursor = (message: Buffer): Cursor => {
  const outer = cursorOver(message);
  readVarint(outer);
  const readEvent = readMessage(outer);
  readVarint(readEvent);
  return readMessage(readEvent);
};

/** The bytes of the `RecordedEvent` inside a stored message, for answers that put it beside a link. */
export const recordedBytes = (message: Buffer): Buffer => {
  const { bytes, at, end } = recordedCursor(message);
  return bytes.subarray(at, end);
};

const readMapEntry = (cursor: Cursor): readonly [string, string] => {
  readVarint(cursor);
  const key = readText(cursor);
  readVarint(cursor);
  return [key, readText(cursor)];
};

const nestedText = (cursor: Cursor, encoding: 'latin1' | 'utf8'): string => {
  const inner = readMessage(cursor);
  readVarint(inner);
  return readText(inner, encoding);
};

const readIdentity = (cursor: Cursor): EventIdentity => {
  let [id, stream] = ['', ''];
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) id = nestedText(cursor, 'latin1');
    else if (tag === 0x12) stream = nestedText(cursor, 'utf8');
    else if (tag === 0x18) return { id, stream, revision: readVarint(cursor) };
    else skipField(cursor, tag);
  }
  return { id, stream, revision: 0 };
};

/** Reads which event of which stream a stored event is, and nothing else: they are its first fields. */
export const decodeIdentity = (message: Buffer): EventIdentity => readIdentity(recordedCursor(message));

/** Reads what the engine needs to know of a stored event, and passes over its data. */
export const decodeHeader = (message: Buffer): EventHeader => {
  const cursor = recordedCursor(message);
  const identity = readIdentity(cursor);
  const metadata: Record<string, string> = {};
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x32) {
      const [key, value] = readMapEntry(readMessage(cursor));
      metadata[key] = value;
    } else if (tag === 0x3a) break;
    else skipField(cursor, tag);
  }
  return {
    ...identity,
    type: metadata['type'] ?? '',
    contentType: metadata['content-type'] ?? '',
    createdAt: Number((metadata['created'] ?? '').slice(0, -TICKS_PER_MILLISECOND.length)),
  };
};

/** The bytes in a field of a stored event, not copied; none when it has no such field. */
const decodeField = (message: Buffer, wanted: number): Buffer => {
  const cursor = recordedCursor(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === wanted) return readBytes(cursor);
    skipField(cursor, tag);
  }
  return Buffer.alloc(0);
};

/** The data of a stored event, not copied. */
export const decodeData = (message: Buffer): Buffer => decodeField(message, 0x42);

/** What whoever appended an event said about it, not copied. */
export const decodeMetadata = (message: Buffer): Buffer => decodeField(message, 0x3a);

/** The position of a stored event. */
export const storedPosition = (message: Buffer): number => {
  const outer = cursorOver(message);
  readVarint(outer);
  const readEvent = readMessage(outer);
  readVarint(readEvent);
  readMessage(readEvent);
  readVarint(readEvent);
  return readVarint(readEvent);
};
