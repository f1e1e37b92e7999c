import { hasMore, readMessage, readText, readUint64, readVarint, skipField } from '../../encoding/protobuf-reader';
import { unknown } from '../status';
import type { Cursor } from '../../encoding/protobuf-reader';
import { field, textField, varintField } from '../../encoding/protobuf-writer';

const EMPTY = Buffer.alloc(0);

/** `event_store.client.Empty` in a field. */
export const emptyField = (number: number): Buffer => field(number, EMPTY);

/** `StreamIdentifier { bytes stream_name = 3 }`. */
export const readStreamName = (outer: Cursor): string => {
  const cursor = readMessage(outer);
  let name = '';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x1a) name = readText(cursor);
    else skipField(cursor, tag);
  }
  return name;
};

/** Whether a stream can have that name: not an empty one, nor `$$`, which would be the metastream of nothing. */
export const canBeWritten = (name: string): boolean => name !== '' && name !== '$$';

/**
 * The name of a stream that is to be written.
 * @throws CallFailure when no stream can have it.
 */
export const requireStreamName = (name: string): string => {
  if (!canBeWritten(name)) throw unknown(`'${name}' is not a name that a stream can have.`);
  return name;
};

export const streamNameField = (number: number, name: string): Buffer => field(number, textField(3, name));

const toHex = (bits: bigint): string => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');

/** `UUID { oneof { structured { int64 most = 1; int64 least = 2 } = 1; string = 2 } }` in lower case with dashes. */
export const readUuid = (outer: Cursor): string => {
  const cursor = readMessage(outer);
  let uuid = '';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x12) uuid = readText(cursor, 'latin1').toLowerCase();
    else if (tag === 0x0a) uuid = readStructuredUuid(readMessage(cursor));
    else skipField(cursor, tag);
  }
  return uuid;
};

const readStructuredUuid = (cursor: Cursor): string => {
  let [most, least] = [0n, 0n];
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x08) most = readUint64(cursor);
    else if (tag === 0x10) least = readUint64(cursor);
    else skipField(cursor, tag);
  }
  return (toHex(most) + toHex(least)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** `{ uint64 commit_position = 1; uint64 prepare_position = 2 }`: one number, since the two never differ here. */
export const positionField = (number: number, position: number): Buffer =>
  field(number, varintField(1, position), varintField(2, position));
