/** A place in protobuf bytes: decoding moves `at` towards `end`. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;
}

/** The bytes are not what their message type promises: cut off, or of an unknown wire type. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

export const cursorOver = (bytes: Buffer): Cursor => ({ bytes, at: 0, end: bytes.length });

export const hasMore = (cursor: Cursor): boolean => cursor.at < cursor.end;

const nextByte = (cursor: Cursor): number => {
  const byte = cursor.at < cursor.end ? cursor.bytes[cursor.at] : undefined;
  if (byte === undefined) throw new MalformedMessage('The message ends in the middle of a field.');
  cursor.at += 1;
  return byte;
};

/** An unsigned varint as a number, exact up to 2^53. */
export const readVarint = (cursor: Cursor): number => {
  let value = 0;
  let scale = 1;
  for (let read = 0; read < 10; read++) {
    const byte = nextByte(cursor);
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  throw new MalformedMessage('A varint is longer than ten bytes.');
};

/** An unsigned 64-bit varint, exact. */
export const readUint64 = (cursor: Cursor): bigint => {
  const start = cursor.at;
  const value = readVarint(cursor);
  if (value <= Number.MAX_SAFE_INTEGER) return BigInt(value);
  let exact = 0n;
  for (let at = cursor.at - 1; at >= start; at--) exact = (exact << 7n) | BigInt((cursor.bytes[at] ?? 0) & 0x7f);
  return BigInt.asUintN(64, exact);
};

/** The bytes of a length-delimited field, not copied. */
export const readBytes = (cursor: Cursor): Buffer => {
  const length = readVarint(cursor);
  const end = cursor.at + length;
  if (end > cursor.end) throw new MalformedMessage('A field is longer than its message.');
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
};

/** A cursor over an embedded message; the outer cursor moves past it. */
export const readMessage = (cursor: Cursor): Cursor => {
  const length = readVarint(cursor);
  const nested = { bytes: cursor.bytes, at: cursor.at, end: cursor.at + length };
  if (nested.end > cursor.end) throw new MalformedMessage('A field is longer than its message.');
  cursor.at = nested.end;
  return nested;
};

export const readText = (cursor: Cursor, encoding: 'utf8' | 'latin1' = 'utf8'): string => {
  const { bytes, at, end } = readMessage(cursor);
  return bytes.toString(encoding, at, end);
};

/** Whether the bytes from the cursor to its end are these, looked at in place: for short texts that come again and again. */
export const isText = ({ bytes, at, end }: Cursor, text: Buffer): boolean => {
  if (end - at !== text.length) return false;
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text[n]) return false;
  return true;
};

/** Passes over a field of which only the wire type matters. */
export const skipField = (cursor: Cursor, tag: number): void => {
  const wireType = tag & 7;
  if (wireType === 0) readVarint(cursor);
  else if (wireType === 2) readMessage(cursor);
  else if (wireType === 1 || wireType === 5) {
    cursor.at += wireType === 1 ? 8 : 4;
    if (cursor.at > cursor.end) throw new MalformedMessage('The message ends in the middle of a field.');
  } else throw new MalformedMessage(`Wire type ${wireType} is not used by protobuf 3.`);
};
