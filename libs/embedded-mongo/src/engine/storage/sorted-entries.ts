import type { KeyRange } from './unit';

/** A written key: its new value, or null when removed. */
export type Write = { readonly key: Buffer; readonly value: Buffer | null };

const largestChunk = 256;

/** Writes that can be read in key order: sorted only when that is asked, in chunks, so that inserting among many stays cheap. */
export class SortedEntries {
  private readonly byKey = new Map<string, Write>();
  private chunks: Buffer[][] = [];
  private unsorted: Buffer[] = [];

  get size(): number {
    return this.byKey.size;
  }

  get(key: Buffer): Write | undefined {
    return this.byKey.size === 0 ? undefined : this.byKey.get(key.toString('latin1'));
  }

  set(key: Buffer, value: Buffer | null): void {
    const name = key.toString('latin1');
    const before = this.byKey.size;
    this.byKey.set(name, { key, value });
    if (this.byKey.size > before) this.unsorted.push(key);
  }

  values(): IterableIterator<Write> {
    return this.byKey.values();
  }

  /** The writes within the range, in its direction. */
  *within({ low, high, reverse = false }: KeyRange): Generator<Write> {
    for (const key of this.unsorted) this.insert(key);
    this.unsorted = [];
    const step = reverse ? -1 : 1;
    const first = this.position(reverse ? high : low);
    let chunkIndex = first.chunk;
    let index = first.index;
    if (reverse) [chunkIndex, index] = this.before(chunkIndex, index);
    for (;;) {
      const key = this.chunks[chunkIndex]?.[index];
      if (!key) return;
      if (reverse ? Buffer.compare(key, low) < 0 : Buffer.compare(key, high) >= 0) return;
      const write = this.byKey.get(key.toString('latin1'));
      if (write) yield write;
      index += step;
      if (index < 0) [chunkIndex, index] = this.before(chunkIndex, 0);
      else if (index >= (this.chunks[chunkIndex]?.length ?? 0)) [chunkIndex, index] = [chunkIndex + 1, 0];
    }
  }

  private before(chunk: number, index: number): [number, number] {
    return index > 0 ? [chunk, index - 1] : [chunk - 1, (this.chunks[chunk - 1]?.length ?? 0) - 1];
  }

  private insert(key: Buffer): void {
    const { chunk, index } = this.position(key);
    const last = this.chunks.length - 1;
    const target = chunk > last ? last : chunk;
    const keys = this.chunks[target];
    if (!keys) {
      this.chunks.push([key]);
      return;
    }
    keys.splice(chunk > last ? keys.length : index, 0, key);
    if (keys.length > largestChunk) this.chunks.splice(target + 1, 0, keys.splice(largestChunk / 2));
  }

  /** Where the first key not below `key` is; one chunk past the end when there is none. */
  private position(key: Buffer): { readonly chunk: number; readonly index: number } {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const keys = this.chunks[middle] ?? [];
      const greatest = keys[keys.length - 1];
      if (greatest && Buffer.compare(greatest, key) < 0) low = middle + 1;
      else high = middle;
    }
    const keys = this.chunks[low] ?? [];
    let from = 0;
    let to = keys.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const candidate = keys[middle];
      if (candidate && Buffer.compare(candidate, key) < 0) from = middle + 1;
      else to = middle;
    }
    return { chunk: low, index: from };
  }
}
