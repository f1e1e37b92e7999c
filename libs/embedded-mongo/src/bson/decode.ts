import { Document } from './document';
import { internedName } from './interned-name';
import { List } from './list';
import { falseValue, nullValue, trueValue } from './value';
import type { Value } from './value';

/** Reads the elements of a checked document or array that starts at `start`, one level deep. */
export const decodeElements = (buffer: Buffer, start: number, into: Map<string, Value>): void => {
  let at = start + 4;
  const end = start + buffer.readInt32LE(start) - 1;
  while (at < end) {
    const type = buffer[at] ?? 0;
    const valueStart = afterName(buffer, at + 1);
    const name = internedName(buffer, at + 1, valueStart - 1);
    // Of a name that is there twice the first counts, so that a search among the bytes may end where it finds one.
    if (!into.has(name)) into.set(name, decodeValue(buffer, type, valueStart));
    at = valueStart + valueLength(buffer, type, valueStart);
  }
};

/** The value of one element, found by its name; 'unsure' when the name is not plain ASCII. */
export const findElement = (buffer: Buffer, start: number, name: string): Value | undefined | 'unsure' => {
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) > 127) return 'unsure';
  let at = start + 4;
  const end = start + buffer.readInt32LE(start) - 1;
  while (at < end) {
    const type = buffer[at] ?? 0;
    const valueStart = afterName(buffer, at + 1);
    if (valueStart - at - 2 === name.length && isNamed(buffer, at + 1, name))
      return decodeValue(buffer, type, valueStart);
    at = valueStart + valueLength(buffer, type, valueStart);
  }
  return undefined;
};

/** The name of the first element, or nothing. */
export const firstElementName = (buffer: Buffer, start: number): string | undefined =>
  buffer[start + 4] === 0 ? undefined : internedName(buffer, start + 5, afterName(buffer, start + 5) - 1);

/** The names of the elements, in their order. */
export const elementNames = (buffer: Buffer, start: number): readonly string[] => {
  const names: string[] = [];
  const end = start + buffer.readInt32LE(start) - 1;
  for (let at = start + 4; at < end;) {
    const valueStart = afterName(buffer, at + 1);
    names.push(internedName(buffer, at + 1, valueStart - 1));
    at = valueStart + valueLength(buffer, buffer[at] ?? 0, valueStart);
  }
  return names;
};

/** The bytes of a document without the elements of these names. */
export const bytesWithout = (buffer: Buffer, start: number, names: readonly string[]): Buffer => {
  const end = start + buffer.readInt32LE(start);
  const kept: Buffer[] = [];
  let from = start;
  for (let at = start + 4; at < end - 1;) {
    const valueStart = afterName(buffer, at + 1);
    const next = valueStart + valueLength(buffer, buffer[at] ?? 0, valueStart);
    if (names.includes(internedName(buffer, at + 1, valueStart - 1))) {
      kept.push(buffer.subarray(from, at));
      from = next;
    }
    at = next;
  }
  const copy = Buffer.concat([...kept, buffer.subarray(from, end)]);
  copy.writeInt32LE(copy.length);
  return copy;
};

/** Whether some element has that type byte, one level deep. */
export const holdsType = (buffer: Buffer, start: number, wanted: number): boolean => {
  const end = start + buffer.readInt32LE(start) - 1;
  for (let at = start + 4; at < end;) {
    const type = buffer[at] ?? 0;
    if (type === wanted) return true;
    const valueStart = afterName(buffer, at + 1);
    at = valueStart + valueLength(buffer, type, valueStart);
  }
  return false;
};

const isNamed = (buffer: Buffer, at: number, name: string): boolean => {
  for (let index = 0; index < name.length; index++) if (buffer[at + index] !== name.charCodeAt(index)) return false;
  return true;
};

/** Where the value of the element begins whose name begins at `at`. Names are short: a loop is faster than a call into native code. */
export const afterName = (buffer: Buffer, at: number): number => {
  let end = at;
  while (buffer[end] !== 0) end++;
  return end + 1;
};

/** Reads the items of a checked array; their names are not looked at, as in MongoDB. */
export const decodeItems = (buffer: Buffer, start: number): Value[] => {
  const items: Value[] = [];
  let at = start + 4;
  const end = start + buffer.readInt32LE(start) - 1;
  while (at < end) {
    const valueStart = afterName(buffer, at + 1);
    items.push(decodeValue(buffer, buffer[at] ?? 0, valueStart));
    at = valueStart + valueLength(buffer, buffer[at] ?? 0, valueStart);
  }
  return items;
};

const cstringLength = (buffer: Buffer, at: number): number => buffer.indexOf(0, at) - at + 1;

/** How many bytes the value of this type takes at `at`. */
export const valueLength = (buffer: Buffer, type: number, at: number): number => {
  switch (type) {
    case 6:
    case 10:
    case 127:
    case 255:
      return 0;
    case 8:
      return 1;
    case 16:
      return 4;
    case 1:
    case 9:
    case 17:
    case 18:
      return 8;
    case 7:
      return 12;
    case 19:
      return 16;
    case 2:
    case 13:
    case 14:
      return 4 + buffer.readInt32LE(at);
    case 3:
    case 4:
    case 15:
      return buffer.readInt32LE(at);
    case 5:
      return 5 + buffer.readInt32LE(at);
    case 12:
      return 4 + buffer.readInt32LE(at) + 12;
    case 11: {
      const pattern = cstringLength(buffer, at);
      return pattern + cstringLength(buffer, at + pattern);
    }
    default:
      throw new RangeError(`unknown BSON type ${type}`);
  }
};

const text = (buffer: Buffer, at: number): string =>
  buffer.toString('utf8', at + 4, at + 4 + buffer.readInt32LE(at) - 1);

const bytes = (buffer: Buffer, at: number, length: number): Buffer => Buffer.from(buffer.subarray(at, at + length));

/** Reads the value of this type at `at`. */
export const decodeValue = (buffer: Buffer, type: number, at: number): Value => {
  switch (type) {
    case 1:
      return { type: 'double', value: buffer.readDoubleLE(at) };
    case 2:
      return { type: 'string', value: text(buffer, at) };
    case 3:
      return { type: 'object', value: Document.fromBytes(buffer, at) };
    case 4:
      return { type: 'array', value: List.fromBytes(buffer, at) };
    case 5:
      return {
        type: 'binData',
        subtype: buffer[at + 4] ?? 0,
        value: bytes(buffer, at + 5, buffer.readInt32LE(at)),
      };
    case 7:
      return { type: 'objectId', value: bytes(buffer, at, 12) };
    case 8:
      return buffer[at] === 1 ? trueValue : falseValue;
    case 9:
      return { type: 'date', value: buffer.readBigInt64LE(at) };
    case 10:
      return nullValue;
    case 16:
      return { type: 'int', value: buffer.readInt32LE(at) };
    case 18:
      return { type: 'long', value: buffer.readBigInt64LE(at) };
    default:
      return decodeRareValue(buffer, type, at);
  }
};

const decodeRareValue = (buffer: Buffer, type: number, at: number): Value => {
  switch (type) {
    case 6:
      return { type: 'undefined' };
    case 11: {
      const patternEnd = buffer.indexOf(0, at);
      const optionsEnd = buffer.indexOf(0, patternEnd + 1);
      return {
        type: 'regex',
        pattern: buffer.toString('utf8', at, patternEnd),
        options: buffer.toString('utf8', patternEnd + 1, optionsEnd),
      };
    }
    case 12:
      return {
        type: 'dbPointer',
        namespace: text(buffer, at),
        value: bytes(buffer, at + 4 + buffer.readInt32LE(at), 12),
      };
    case 13:
      return { type: 'javascript', value: text(buffer, at) };
    case 14:
      return { type: 'symbol', value: text(buffer, at) };
    case 15: {
      const scopeStart = at + 8 + buffer.readInt32LE(at + 4);
      return { type: 'javascriptWithScope', code: text(buffer, at + 4), scope: Document.fromBytes(buffer, scopeStart) };
    }
    case 17:
      return { type: 'timestamp', value: buffer.readBigUInt64LE(at) };
    case 19:
      return { type: 'decimal', value: bytes(buffer, at, 16) };
    case 127:
      return { type: 'maxKey' };
    case 255:
      return { type: 'minKey' };
    default:
      throw new RangeError(`unknown BSON type ${type}`);
  }
};
