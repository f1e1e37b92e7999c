import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReadCache } from './read-cache';
import { Storage } from './storage';
import { WriteConflict } from './unit';

/** Long enough to be kept. */
const bytes = (text: string): Buffer => Buffer.from(text.padEnd(2_000));
const key = Buffer.from('key');

describe('what was read', () => {
  it('is not read again until it is written, nor kept before that write has settled', () => {
    const cache = new ReadCache();
    let reads = 0;
    const get = (text: string) => cache.get(key, () => (reads++, bytes(text)));
    expect(get('old')).toBe(get('never read'));
    cache.writes(key);
    expect(get('old')).toEqual(bytes('old'));
    expect(get('new')).toEqual(bytes('new'));
    expect(reads).toBe(3);
    cache.settled();
    get('new');
    get('never read');
    expect(reads).toBe(4);
  });

  it('is kept when it is neither small nor absent, within a bound', () => {
    const cache = new ReadCache();
    let reads = 0;
    const get = (name: string, value: Buffer | undefined) => cache.get(Buffer.from(name), () => (reads++, value));
    for (const value of [undefined, Buffer.alloc(100)]) for (let time = 0; time < 2; time += 1) get('small', value);
    expect(reads).toBe(4);
    const megabyte = Buffer.alloc(1024 * 1024);
    for (let time = 0; time < 2; time += 1)
      for (let index = 0; index < 70; index += 1) get(`large-${String(index)}`, megabyte);
    expect(reads).toBe(4 + 140);
  });
});

describe('a store that keeps what was read', () => {
  let folder: string;
  let store: Storage;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mongo-read-cache-'));
    store = new Storage(folder, () => undefined);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps it', async () => {
    await store.write((unit) => unit.put(key, bytes('1')));
    expect(store.get(key)).toBe(store.get(key));
  });

  it('shows each write once it is acknowledged and none before, whoever reads at whatever moment', async () => {
    const keys = Array.from({ length: 8 }, (_, index) => Buffer.from(`key-${String(index)}`));
    const acknowledged = keys.map(() => 0);
    const attempted = keys.map(() => 0);
    const wrong: string[] = [];
    let reading = true;
    const look = (): void => {
      for (const [index, one] of keys.entries()) {
        const found = Number(store.get(one)?.toString() ?? 0);
        if (found < (acknowledged[index] ?? 0) || found > (attempted[index] ?? 0))
          wrong.push(`${String(index)}: ${String(found)} of ${String(acknowledged[index])}`);
      }
    };
    // One reader looks once in each turn of the event loop, the other also between the steps within it.
    const readers = [1, 20].map(async (looks) => {
      while (reading) {
        for (let done = 0; done < looks; done += 1) {
          look();
          await Promise.resolve();
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const writers = keys.map(async (one, index) => {
      for (let version = 1; version <= 60; version += 1) {
        attempted[index] = version;
        await store.write((unit) => {
          // What a write builds on is read in its own group.
          if (Number(unit.get(one)?.toString() ?? 0) !== version - 1) wrong.push(`write ${String(version)}`);
          unit.put(one, bytes(String(version)));
          if (Number(unit.get(one)?.toString()) !== version) wrong.push(`own write ${String(version)}`);
        });
        acknowledged[index] = version;
        look();
      }
    });
    await Promise.all(writers);
    reading = false;
    await Promise.all(readers);
    expect(wrong).toEqual([]);
  });

  it('lets a transaction go on seeing the state of its beginning', async () => {
    await store.write((unit) => unit.put(key, bytes('before')));
    store.get(key);
    const transaction = store.begin();
    await store.write((unit) => unit.put(key, bytes('after')));
    expect(store.get(key)).toEqual(bytes('after'));
    expect(transaction.get(key)).toEqual(bytes('before'));
    expect(store.get(key)).toEqual(bytes('after'));
    transaction.abort();
  });

  it('shows what a transaction wrote when that is committed, and what was removed no more', async () => {
    await store.write((unit) => unit.put(key, bytes('before')));
    store.get(key);
    const transaction = store.begin();
    transaction.claim(key);
    transaction.put(key, bytes('after'));
    expect(store.get(key)).toEqual(bytes('before'));
    await transaction.commit(() => undefined);
    expect(store.get(key)).toEqual(bytes('after'));
    await store.write((unit) => unit.remove(key));
    expect(store.get(key)).toBeUndefined();
  });

  it('shows the state before a write that failed', async () => {
    await store.write((unit) => unit.put(key, bytes('before')));
    store.get(key);
    const failing = store.write(() => {
      throw new WriteConflict();
    });
    await expect(failing).rejects.toBeInstanceOf(WriteConflict);
    expect(store.get(key)).toEqual(bytes('before'));
  });
});
