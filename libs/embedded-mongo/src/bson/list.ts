import { decodeItems } from './decode';
import { encodeItems } from './encode';
import type { Value } from './value';

/** A BSON array; decoded when first asked, and given back byte for byte when it was not changed. */
export class List {
  static fromBytes(buffer: Buffer, start: number): List {
    return new List(undefined, { buffer, start });
  }

  static of(items: readonly Value[]): List {
    return new List(items, undefined);
  }

  private constructor(
    private decoded: readonly Value[] | undefined,
    private encoded: { readonly buffer: Buffer; readonly start: number } | undefined,
  ) {}

  get items(): readonly Value[] {
    return (this.decoded ??= this.encoded ? decodeItems(this.encoded.buffer, this.encoded.start) : []);
  }

  /** Whether both are the same array of the same document, however often it was decoded. */
  isSame(other: List): boolean {
    if (this === other) return true;
    const [one, two] = [this.encoded, other.encoded];
    return one !== undefined && two !== undefined && one.buffer === two.buffer && one.start === two.start;
  }

  /** The encoding, if there is one already. */
  get knownBytes(): Buffer | undefined {
    return this.encoded && this.bytes();
  }

  bytes(): Buffer {
    const { buffer, start } = (this.encoded ??= { buffer: encodeItems(this.items), start: 0 });
    return buffer.subarray(start, start + buffer.readInt32LE(start));
  }
}
