import { LRUCache } from 'lru-cache';
import { spaceLength } from '../keys/keys';
import type { Entry, KeyRange } from './unit';

/** Bytes that are kept: the index entries of all queues of a large office. */
const mostBytes = 32 * 1024 * 1024;
/** What a kept entry takes beside its bytes, roughly. */
const overhead = 300;
/** Larger pieces hold documents, which a scan seldom reads twice. */
const mostOfPiece = 256 * 1024;

/** What was read, and how often its space had been written by then. */
type Kept = { readonly entries: readonly Entry[]; readonly generation: number; readonly size: number };

/**
 * Pieces of ranges that were read, so that reading them again takes neither a copy nor a checksum. What stands here is what the newest
 * state says: all pieces of a space (a collection or an index) are past when anything in it is written, and none is kept before the
 * group of that write has been committed or lost.
 */
export class ScanCache {
  private readonly pieces = new LRUCache<string, Kept>({ maxSize: mostBytes, sizeCalculation: ({ size }) => size });
  /** How often a space was written. */
  private readonly generations = new Map<number, number>();
  private readonly writing = new Set<number>();

  /** The first entries of a range, which lies in one space. `read` must read the newest state. */
  get(range: KeyRange, limit: number, read: () => readonly Entry[]): readonly Entry[] {
    const space = spaceOf(range.low);
    const generation = this.generations.get(space) ?? 0;
    const name = nameOf(range, limit);
    const known = this.pieces.get(name);
    if (known?.generation === generation) return known.entries;
    const entries = read();
    const size = entries.reduce((sum, { key, value }) => sum + key.length + value.length + overhead, name.length);
    if (size <= mostOfPiece && !this.writing.has(space)) this.pieces.set(name, { entries, generation, size });
    return entries;
  }

  /** The key is about to be written. */
  writes(key: Buffer): void {
    const space = spaceOf(key);
    // Nothing of the space was kept since its first write in this group.
    if (this.writing.has(space)) return;
    this.writing.add(space);
    this.generations.set(space, (this.generations.get(space) ?? 0) + 1);
  }

  /** Every write so far is visible to reads that begin now, or will never be. */
  settled(): void {
    this.writing.clear();
  }
}

/** What is shorter is in no space of its own. */
const spaceOf = (key: Buffer): number => (key.length < spaceLength ? 0 : key.readUInt32BE());

const nameOf = ({ low, high, reverse = false }: KeyRange, limit: number): string =>
  `${limit} ${String(reverse)} ${low.length} ${low.toString('latin1')}${high.toString('latin1')}`;
