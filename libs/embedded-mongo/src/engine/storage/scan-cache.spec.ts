import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wrongLooks } from '../../testing/written-while-read';
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
    const spaces = [here, there] as const;
    const spaceOf = (thing: number): string => spaces[thing] ?? here;
    const wrong = await wrongLooks({
      things: spaces.length,
      found: (thing) => {
        const versions = versionsIn(store, spaceOf(thing));
        return versions.length > 0 ? versions : [0];
      },
      write: (thing, version, tell) =>
        store.write((unit) => {
          // What a write builds on is read in its own group.
          if ((versionsIn(unit, spaceOf(thing))[0] ?? 0) !== version - 1) tell(`write ${String(version)}`);
          for (const name of ['a', 'b']) unit.putEntry(keyOf(spaceOf(thing), name), Buffer.from(String(version)));
          if (versionsIn(unit, spaceOf(thing)).some((found) => found !== version)) tell(`own write ${String(version)}`);
        }),
    });
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
