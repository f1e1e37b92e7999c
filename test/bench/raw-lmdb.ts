import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';

/** The store under the embedded MongoDB node, alone and in this process. */
export interface RawLmdb {
  /** Puts per second of `count` values, each with so many short entries beside it, `together` to a durable transaction. */
  readonly putRate: (value: Buffer, count: number, entries: number, together: number) => Promise<number>;
  /** Reads per second of what was put, one after another. */
  readonly getRate: (count: number) => number;
  readonly close: () => Promise<void>;
}

const keyOf = (space: number, n: number): Buffer => {
  const key = Buffer.alloc(24);
  key.writeUInt32BE(space);
  key.writeUInt32BE(n, 20);
  return key;
};

const noValue = Buffer.alloc(4);

export const openRawLmdb = async (): Promise<RawLmdb> => {
  const folder = await mkdtemp(join(tmpdir(), 'raw-lmdb-'));
  const plain = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;
  const root = open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    overlappingSync: false,
    eventTurnBatching: false,
    ...plain,
  });
  const putOne = (n: number, value: Buffer, entries: number): void => {
    void root.put(keyOf(0, n), value);
    for (let entry = 1; entry <= entries; entry += 1) void root.put(keyOf(entry, n), noValue);
  };
  return {
    putRate: async (value, count, entries, together) => {
      const startedAt = performance.now();
      for (let first = 0; first < count; first += together)
        await root.transaction(() => {
          for (let n = first; n < Math.min(first + together, count); n += 1) putOne(n, value, entries);
        });
      return (count / (performance.now() - startedAt)) * 1_000;
    },
    getRate: (count) => {
      const startedAt = performance.now();
      for (let n = 0; n < count; n += 1)
        if (root.getBinary(keyOf(0, n)) === undefined) throw new Error('What was put is not there.');
      return (count / (performance.now() - startedAt)) * 1_000;
    },
    close: async () => {
      await root.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
