import type { ScratchFile } from '../storage/scratch-file';
import { pause } from './pause';
import type { Paused } from './pause';
import type { Sort } from './sort';
import type { Keyed, Packing } from './sorted';

/** Where one sorted piece lies in the scratch file. */
type Run = { readonly start: number; readonly end: number };

const lengthBytes = 4;
/** Read at once of each run. */
const pieceBytes = 256 * 1024;
/** Items between two moments to pause. */
const atOnce = 512;

/** Sorted pieces of a long sort, on disk, and their merge. */
export class SortedRuns<T> {
  private readonly runs: Run[] = [];

  constructor(
    private readonly file: ScratchFile,
    private readonly sort: Sort,
    private readonly packing: Packing<T>,
  ) {}

  /** Puts a sorted piece on disk, behind those that came before it. */
  *add(items: readonly Keyed<T>[]): Generator<typeof pause> {
    const start = this.file.size;
    for (let at = 0; at < items.length; at += atOnce) {
      this.file.append(Buffer.concat(items.slice(at, at + atOnce).flatMap(({ item }) => this.framed(item))));
      yield pause;
    }
    this.runs.push({ start, end: this.file.size });
  }

  /** Everything in order, with one last piece that is still in memory. Of equal items those of an earlier piece come first. */
  *mergedWith(last: readonly Keyed<T>[]): Generator<Paused<T>> {
    const sources = [...this.runs.map((run) => this.read(run)), last[Symbol.iterator]()];
    const heads = sources.map(following);
    for (let count = 1; ; count++) {
      const first = this.smallest(heads);
      const head = heads[first];
      const source = sources[first];
      if (!head || !source) return;
      yield head.item;
      heads[first] = following(source);
      if (count % atOnce === 0) yield pause;
    }
  }

  close(): void {
    this.file.close();
  }

  private smallest(heads: readonly (Keyed<T> | undefined)[]): number {
    let least = -1;
    for (const [at, head] of heads.entries()) {
      const best = heads[least];
      if (head && (!best || this.sort.compareKeys(head.keys, best.keys) < 0)) least = at;
    }
    return least;
  }

  private framed(item: T): readonly Buffer[] {
    const bytes = this.packing.pack(item);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32LE(bytes.length);
    return [length, bytes];
  }

  private *read({ start, end }: Run): Generator<Keyed<T>, undefined> {
    let bytes: Buffer = Buffer.alloc(0);
    let position = start;
    const need = (length: number): void => {
      if (bytes.length >= length) return;
      const wanted = Math.min(end - position, Math.max(pieceBytes, length - bytes.length));
      bytes = Buffer.concat([bytes, this.file.read(position, wanted)]);
      position += wanted;
    };
    while (position < end || bytes.length > 0) {
      need(lengthBytes);
      const length = bytes.readUInt32LE();
      need(lengthBytes + length);
      const item = this.packing.unpack(bytes.subarray(lengthBytes, lengthBytes + length));
      bytes = bytes.subarray(lengthBytes + length);
      yield { item, keys: this.sort.keyOf(this.packing.documentOf(item)), size: length };
    }
    return undefined;
  }
}

const following = <T>(source: Iterator<Keyed<T>, undefined>): Keyed<T> | undefined => {
  const next = source.next();
  return next.done === true ? undefined : next.value;
};
