import { LRUCache } from 'lru-cache';

/** Bytes that are kept: the open work of a large office, and little beside what lmdb maps. */
const mostBytes = 64 * 1024 * 1024;
/** What a kept value takes beside its bytes, roughly. */
const overhead = 256;
/** Smaller ones are soon read again, and each would keep alive the larger piece of memory that it was cut from. */
const leastBytes = 1024;

/**
 * Values that were read, so that reading them again takes neither a copy nor a checksum. What stands here is what the newest state
 * says: a key leaves when it is written, and does not come back before the group of that write has been committed or lost.
 */
export class ReadCache {
  private readonly values = new LRUCache<string, Buffer>({
    maxSize: mostBytes,
    sizeCalculation: ({ length }) => length + overhead,
  });
  private readonly writing = new Set<string>();

  /** The value of a key. `read` must read the newest state. */
  get(key: Buffer, read: () => Buffer | undefined): Buffer | undefined {
    const name = key.toString('latin1');
    const known = this.values.get(name);
    if (known) return known;
    const value = read();
    if (value && value.length >= leastBytes && !this.writing.has(name)) this.values.set(name, value);
    return value;
  }

  /** The key is about to be written. */
  writes(key: Buffer): void {
    const name = key.toString('latin1');
    this.writing.add(name);
    this.values.delete(name);
  }

  /** Every write so far is visible to reads that begin now, or will never be. */
  settled(): void {
    this.writing.clear();
  }
}
