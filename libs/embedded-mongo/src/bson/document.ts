import { bytesWithout, decodeElements, elementNames, findElement, firstElementName, holdsType } from './decode';
import { encodeElements } from './encode';
import { typeBytes } from './value';
import type { TypeName, Value } from './value';

/**
 * An ordered set of named values. One that came as bytes is decoded when first asked, level by level, and one that was
 * not changed gives its bytes back untouched.
 */
export class Document {
  static readonly empty = new Document(new Map(), undefined);

  /** Reads a document that `checkDocument` accepted; `buffer` must not change afterwards. */
  static fromBytes(buffer: Buffer, start = 0): Document {
    return new Document(undefined, buffer, start);
  }

  static of(entries: Iterable<readonly [string, Value]>): Document {
    return new Document(new Map(entries), undefined);
  }

  static ofMap(fields: ReadonlyMap<string, Value>): Document {
    return new Document(fields, undefined);
  }

  /** What was found among the bytes. */
  private found: Map<string, Value | undefined> | undefined;

  private constructor(
    private decoded: ReadonlyMap<string, Value> | undefined,
    private buffer: Buffer | undefined,
    private start = 0,
  ) {}

  get fields(): ReadonlyMap<string, Value> {
    if (this.decoded) return this.decoded;
    const fields = new Map<string, Value>();
    if (this.buffer) decodeElements(this.buffer, this.start, fields);
    this.decoded = fields;
    return fields;
  }

  get size(): number {
    return this.fields.size;
  }

  /** The value of a field; while nothing else was asked, it is found among the bytes without decoding its neighbours. */
  get(name: string): Value | undefined {
    if (this.decoded || !this.buffer) return this.fields.get(name);
    if (this.found?.has(name) === true) return this.found.get(name);
    const found = findElement(this.buffer, this.start, name);
    if (found === 'unsure') return this.fields.get(name);
    // Filters ask for the same few fields in each of their alternatives, and sorts once more.
    this.found ??= new Map();
    this.found.set(name, found);
    return found;
  }

  /** The names of the fields, in their order. */
  get names(): Iterable<string> {
    return this.decoded || !this.buffer ? this.fields.keys() : elementNames(this.buffer, this.start);
  }

  /** The name of the first field; nothing when there is none. */
  get firstName(): string | undefined {
    if (this.buffer) return firstElementName(this.buffer, this.start);
    const [first] = this.fields.keys();
    return first;
  }

  /** Whether a field of its own, not one further in, has that type. */
  holds(type: TypeName): boolean {
    if (this.buffer) return holdsType(this.buffer, this.start, typeBytes[type]);
    for (const value of this.fields.values()) if (value.type === type) return true;
    return false;
  }

  /** The encoding, if there is one already. */
  get knownBytes(): Buffer | undefined {
    return this.buffer && this.bytes();
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The BSON encoding; kept, so that asking twice costs once. */
  bytes(): Buffer {
    const buffer = (this.buffer ??= encodeElements(this.fields));
    const length = buffer.readInt32LE(this.start);
    return length === buffer.length ? buffer : buffer.subarray(this.start, this.start + length);
  }

  with(name: string, value: Value): Document {
    return new Document(new Map(this.fields).set(name, value), undefined);
  }

  /** The document without the fields of these names; of one that came as bytes, nothing is decoded. */
  without(...names: readonly string[]): Document {
    if (this.buffer && !this.decoded) return Document.fromBytes(bytesWithout(this.buffer, this.start, names));
    const fields = new Map(this.fields);
    for (const name of names) fields.delete(name);
    return new Document(fields, undefined);
  }
}
