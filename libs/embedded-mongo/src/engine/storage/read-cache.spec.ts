import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wrongLooks } from '../../testing/written-while-read';
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
    const keyOf = (thing: number): Buffer => keys[thing] ?? key;
    const versionOf = (reader: Pick<Storage, 'get'>, thing: number): number =>
      Number(reader.get(keyOf(thing))?.toString() ?? 0);
    const wrong = await wrongLooks({
      things: keys.length,
      found: (thing) => [versionOf(store, thing)],
      write: (thing, version, tell) =>
        store.write((unit) => {
          // What a write builds on is read in its own group.
          if (versionOf(unit, thing) !== version - 1) tell(`write ${String(version)}`);
          unit.put(keyOf(thing), bytes(String(version)));
          if (versionOf(unit, thing) !== version) tell(`own write ${String(version)}`);
        }),
    });
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
