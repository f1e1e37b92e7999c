import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScanCache } from './scan-cache';
import { Storage } from './storage';
import type { Entry, KeyRange } from './unit';

/** A key of a space of four letters. */
const keyOf = (space: string, name: string): Buffer => Buffer.from(space + name);
const rangeOf = (space: string): KeyRange => ({ low: Buffer.from(space), high: Buffer.from(`${space}~`) });
const [here, there] = ['here', 'else'];

describe('a piece that was read', () => {
  const entryOf = (text: string): readonly Entry[] => [{ key: keyOf(here, 'a'), value: Buffer.from(text) }];

  const counted = () => {
    const cache = new ScanCache();
    let reads = 0;
    const scan = (range: KeyRange, entries: readonly Entry[], limit = 10) =>
      cache.get(range, limit, () => (reads++, entries));
    return { cache, scan, reads: () => reads };
  };

  it('is not read again until its space is written, nor kept before that write has settled', () => {
    const { cache, scan, reads } = counted();
    expect(scan(rangeOf(here), entryOf('old'))).toBe(scan(rangeOf(here), entryOf('never read')));
    cache.writes(keyOf(there, 'a'));
    expect(scan(rangeOf(here), entryOf('never read'))).toEqual(entryOf('old'));
    cache.writes(keyOf(here, 'b'));
    expect(scan(rangeOf(here), entryOf('old'))).toEqual(entryOf('old'));
    expect(scan(rangeOf(here), entryOf('new'))).toEqual(entryOf('new'));
    expect(reads()).toBe(3);
    cache.settled();
    scan(rangeOf(here), entryOf('new'));
    scan(rangeOf(here), entryOf('never read'));
    expect(reads()).toBe(4);
  });

  it('is another one for other bounds, limits and directions', () => {
    const { scan, reads } = counted();
    const { low, high } = rangeOf(here);
    for (let time = 0; time < 2; time += 1) {
      scan({ low, high }, []);
      scan({ low, high }, [], 11);
      scan({ low, high, reverse: true }, []);
      scan({ low: keyOf(here, 'a'), high }, []);
      scan({ low, high: keyOf(here, 'b') }, []);
    }
    expect(reads()).toBe(5);
  });

  it('is not kept when it is large', () => {
    const { scan, reads } = counted();
    const large = [{ key: keyOf(here, 'a'), value: Buffer.alloc(300 * 1024) }];
    scan(rangeOf(here), large);
    scan(rangeOf(here), large);
    expect(reads()).toBe(2);
  });
});

describe('a store that keeps pieces', () => {
  let folder: string;
  let store: Storage;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mongo-scan-cache-'));
    store = new Storage(folder, () => undefined);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const versionsIn = (reader: Pick<Storage, 'scan'>, space: string): readonly number[] =>
    reader.scan(rangeOf(space), 100).map(({ value }) => Number(value.toString()));

  it('shows each write once it is acknowledged and none before, whoever scans at whatever moment', async () => {
    const spaces = [here, there];
    const acknowledged = [0, 0];
    const attempted = [0, 0];
    const wrong: string[] = [];
    let reading = true;
    const look = (): void => {
      for (const [index, space] of spaces.entries()) {
        const [found = 0, again = found] = versionsIn(store, space);
        if (found < (acknowledged[index] ?? 0) || found > (attempted[index] ?? 0) || found !== again)
          wrong.push(`${space}: ${String(found)} and ${String(again)} of ${String(acknowledged[index])}`);
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
    const writers = spaces.map(async (space, index) => {
      for (let version = 1; version <= 60; version += 1) {
        attempted[index] = version;
        await store.write((unit) => {
          // What a write builds on is read in its own group.
          if ((versionsIn(unit, space)[0] ?? 0) !== version - 1) wrong.push(`write ${String(version)}`);
          for (const name of ['a', 'b']) unit.putEntry(keyOf(space, name), Buffer.from(String(version)));
          if (versionsIn(unit, space).some((found) => found !== version)) wrong.push(`own write ${String(version)}`);
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

  it('keeps them, and shows what was removed no more', async () => {
    await store.write((unit) => unit.put(keyOf(here, 'a'), Buffer.from('1')));
    expect(store.scan(rangeOf(here), 10)).toBe(store.scan(rangeOf(here), 10));
    await store.write((unit) => unit.remove(keyOf(here, 'a')));
    expect(versionsIn(store, here)).toEqual([]);
    await store.write((unit) => unit.put(keyOf(here, 'a'), Buffer.from('2')));
    expect(versionsIn(store, here)).toEqual([2]);
  });

  it('lets a transaction go on seeing the state of its beginning', async () => {
    await store.write((unit) => unit.put(keyOf(here, 'a'), Buffer.from('1')));
    versionsIn(store, here);
    const transaction = store.begin();
    await store.write((unit) => unit.put(keyOf(here, 'a'), Buffer.from('2')));
    expect(versionsIn(store, here)).toEqual([2]);
    expect(versionsIn(transaction, here)).toEqual([1]);
    expect(versionsIn(store, here)).toEqual([2]);
    transaction.abort();
  });
});
