import { afterName, decodeValue, internedName, nullValue, typeRanks, valueLength } from '../../bson';
import type { Index } from '../catalog/index-spec';
import { longestFields } from '../keys/keys';
import { KeyWriter } from '../keys/key-writer';
import { writeValueKey } from '../keys/value-key';
import type { Branch, IndexedFields } from './indexed-fields';

const stringType = 2;
const objectType = 3;
const arrayType = 4;
const undefinedType = 6;

/**
 * The keys of a document's indexed fields, read in one walk over its bytes. An index whose fields have no array in them has one entry,
 * which is made of these; whatever is less plain is left to `indexEntries`.
 */
export class FieldKeys {
  private readonly writer = new KeyWriter();
  private readonly starts: number[];
  private readonly ends: number[];
  private readonly isOdd: boolean[];
  private twice = false;
  private walk = 0;

  constructor(private readonly fields: IndexedFields) {
    this.starts = Array<number>(fields.count).fill(0);
    this.ends = Array<number>(fields.count).fill(0);
    this.isOdd = Array<boolean>(fields.count).fill(false);
  }

  /** Takes a document in, in the place of the one before. */
  read(document: Buffer): void {
    this.writer.reset();
    writeValueKey(this.writer, nullValue);
    this.starts.fill(0);
    this.ends.fill(this.writer.length);
    this.isOdd.fill(false);
    this.twice = false;
    this.walk = ++lastWalk;
    this.readNames(this.fields.root, document, 0);
  }

  /** Whether the document has exactly one entry in the index, the one that `key` tells. */
  isPlain(index: Index): boolean {
    if (this.twice || index.unique || index.sparse || index.partialFilter) return false;
    let length = 0;
    for (const field of this.numbers(index)) {
      if (this.isOdd[field] === true) return false;
      length += this.end(field) - this.start(field);
    }
    return length <= longestFields;
  }

  /** Whether another document has the same values in the fields of the index. */
  isSame(other: FieldKeys, index: Index): boolean {
    for (const field of this.numbers(index)) {
      const [from, to] = [other.start(field), other.end(field)];
      if (!this.writer.isSame(this.start(field), this.end(field), other.writer, from, to)) return false;
    }
    return true;
  }

  /** The key of the document's entry in a plain index; `id` is the key of its _id. */
  key(index: Index, id: Buffer): Buffer {
    composed.reset(longestKey);
    composed.uint32(index.space);
    const numbers = this.numbers(index);
    for (let at = 0; at < numbers.length; at++) {
      const from = composed.length;
      const field = numbers[at] ?? 0;
      composed.copy(this.writer, this.start(field), this.end(field));
      if (index.fields[at]?.direction === -1) composed.invert(from);
    }
    composed.bytes(id);
    return composed.handOut();
  }

  private readNames({ names }: Branch, buffer: Buffer, start: number): void {
    const end = start + buffer.readInt32LE(start) - 1;
    for (let at = start + 4; at < end;) {
      const type = buffer[at] ?? 0;
      const valueStart = afterName(buffer, at + 1);
      const branch = names.get(internedName(buffer, at + 1, valueStart - 1));
      if (branch) this.readValue(branch, buffer, type, valueStart);
      at = valueStart + valueLength(buffer, type, valueStart);
    }
  }

  private readValue(branch: Branch, buffer: Buffer, type: number, at: number): void {
    // Of a name that is there twice the last counts.
    if (branch.seen === this.walk) this.twice = true;
    branch.seen = this.walk;
    if (type === arrayType || type === undefinedType) this.leaveOut(branch);
    else if (branch.field !== undefined) {
      this.starts[branch.field] = this.writer.length;
      this.writeKey(buffer, type, at);
      this.ends[branch.field] = this.writer.length;
    }
    if (type === objectType && branch.names.size > 0) this.readNames(branch, buffer, at);
  }

  private writeKey(buffer: Buffer, type: number, at: number): void {
    const before = this.writer.length;
    if (type === stringType) {
      this.writer.byte(typeRanks.string);
      if (this.writer.plainText(buffer, at + 4, at + 4 + buffer.readInt32LE(at) - 1)) return;
      this.writer.length = before;
    }
    writeValueKey(this.writer, decodeValue(buffer, type, at));
  }

  private leaveOut({ field, names }: Branch): void {
    if (field !== undefined) this.isOdd[field] = true;
    for (const inner of names.values()) this.leaveOut(inner);
  }

  private numbers(index: Index): readonly number[] {
    return this.fields.of.get(index) ?? [];
  }

  private start(field: number): number {
    return this.starts[field] ?? 0;
  }

  private end(field: number): number {
    return this.ends[field] ?? 0;
  }
}

let lastWalk = 0;
/** More than a key can have, and room for many. */
const longestKey = 2048;
const composed = new KeyWriter(32 * longestKey);
