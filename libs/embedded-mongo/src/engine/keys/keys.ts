import { createHash } from 'node:crypto';
import type { Value } from '../../bson';
import { KeyWriter } from './key-writer';
import { writeValueKey } from './value-key';

/** Ascending or descending, as in an index specification. */
export type Direction = 1 | -1;

/*
 * LMDB takes keys of 1,978 bytes. The space number takes 4, the fields of an index up to 1,300, the _id up to 600; what
 * is longer keeps its beginning and ends in the SHA-256 of the whole, so it can be found but not ordered.
 */
export const longestFields = 1300;
const longestId = 600;
const hashLength = 32;

const writer = new KeyWriter();

const shorten = (key: Buffer, longest: number): Buffer =>
  key.length <= longest
    ? key
    : Buffer.concat([key.subarray(0, longest - hashLength), createHash('sha256').update(key).digest()]);

/** The key of one value in one direction. */
export const valueKey = (value: Value, direction: Direction = 1): Buffer => {
  writer.reset();
  writeValueKey(writer, value);
  if (direction === -1) writer.invert(0);
  return writer.take();
};

/** The key that stands for an _id, in a collection and at the end of index keys. */
export const idKey = (id: Value): Buffer => shorten(valueKey(id), longestId);

/** The key of one entry of an index: its space, its fields, `suffix`; `whole` is false when the fields had to be shortened. */
export const entryKeyOf = (
  space: number,
  values: readonly Value[],
  directions: readonly Direction[],
  suffix: Buffer,
): { readonly key: Buffer; readonly whole: boolean } => {
  writer.reset();
  writer.uint32(space);
  for (let index = 0; index < values.length; index++) {
    const start = writer.length;
    const value = values[index];
    if (value) writeValueKey(writer, value);
    if (directions[index] === -1) writer.invert(start);
  }
  const whole = writer.length - spaceLength <= longestFields;
  if (!whole) return { key: spaceKey(space, shorten(writer.take(spaceLength), longestFields), suffix), whole };
  writer.bytes(suffix);
  return { key: writer.take(), whole };
};

/** Bytes of the space number that a key begins with. */
export const spaceLength = 4;

/** The key of a document: its collection's space and its _id. */
export const documentKey = (space: number, id: Value): Buffer => {
  writer.reset();
  writer.uint32(space);
  writeValueKey(writer, id);
  return writer.length - spaceLength <= longestId ? writer.take() : spaceKey(space, idKey(id));
};

/** The part of a document's key that stands for its _id. */
export const idPart = (key: Buffer): Buffer => key.subarray(spaceLength);

/** Joins a space number, which separates collections and indexes from one another, and the parts of a key. */
export const spaceKey = (space: number, ...parts: readonly Buffer[]): Buffer => {
  let length = spaceLength;
  for (const part of parts) length += part.length;
  const key = Buffer.allocUnsafe(length);
  let at = key.writeUInt32BE(space);
  for (const part of parts) {
    key.set(part, at);
    at += part.length;
  }
  return key;
};

/** The smallest key above every key that begins with `prefix`. */
export const afterPrefix = (prefix: Buffer): Buffer => {
  const end = Buffer.from(prefix);
  for (let at = end.length - 1; at >= 0; at--) {
    const byte = end[at] ?? 255;
    if (byte === 255) continue;
    end[at] = byte + 1;
    return end.subarray(0, at + 1);
  }
  return Buffer.alloc(longestFields + longestId + 8, 255);
};
