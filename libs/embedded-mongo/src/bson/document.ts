import { decodeElements, findElement } from './decode';
import { encodeElements } from './encode';
import type { Value } from './value';

/**
 * An ordered set of named values. One that came as bytes is decoded when first asked, level by level, and one that was
 * not changed gives its bytes back untouched.
 */
export class Document {
  static readonly empty = new Document(new Map(), undefined);

  /** Reads a document that `checkDocument` accepted; `buffer` must not change afterwards. */
  static fromBytes(buffer: Buffer, start = 0): Document {
    return new Document(undefined, { buffer, start });
  }

  static of(entries: Iterable<readonly [string, Value]>): Document {
    return new Document(new Map(entries), undefined);
  }

  static ofMap(fields: ReadonlyMap<string, Value>): Document {
    return new Document(fields, undefined);
  }

  private constructor(
    private decoded: ReadonlyMap<string, Value> | undefined,
    private encoded: { readonly buffer: Buffer; readonly start: number } | undefined,
  ) {}

  get fields(): ReadonlyMap<string, Value> {
    if (this.decoded) return this.decoded;
    const fields = new Map<string, Value>();
    if (this.encoded) decodeElements(this.encoded.buffer, this.encoded.start, fields);
    this.decoded = fields;
    return fields;
  }

  get size(): number {
    return this.fields.size;
  }

  /** The value of a field; while nothing else was asked, it is found among the bytes without decoding its neighbours. */
  get(name: string): Value | undefined {
    if (this.decoded || !this.encoded) return this.fields.get(name);
    const found = findElement(this.encoded.buffer, this.encoded.start, name);
    return found === 'unsure' ? this.fields.get(name) : found;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The BSON encoding; kept, so that asking twice costs once. */
  bytes(): Buffer {
    const { buffer, start } = (this.encoded ??= { buffer: encodeElements(this.fields), start: 0 });
    const length = buffer.readInt32LE(start);
    return start === 0 && length === buffer.length ? buffer : buffer.subarray(start, start + length);
  }

  with(name: string, value: Value): Document {
    return new Document(new Map(this.fields).set(name, value), undefined);
  }

  without(name: string): Document {
    const fields = new Map(this.fields);
    fields.delete(name);
    return new Document(fields, undefined);
  }
}
