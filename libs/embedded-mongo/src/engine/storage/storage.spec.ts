import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ABORT, open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import { collectionFor, openEngine } from '../engine';
import { UnknownFormat } from './format';
import { Storage } from './storage';
import { WriteConflict } from './unit';

const binary = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;
const [key, value] = [Buffer.from('key'), Buffer.from('value')];

let folder: string;

const reopened = (): Storage => new Storage(folder, () => undefined);

/** Changes the file without the store that is over it. */
const behindItsBack = async (change: (put: (database: string, key: Buffer, value: Buffer) => void) => void) => {
  const root = open<Buffer, Buffer>({ path: folder, noSubdir: false, overlappingSync: false, ...binary });
  const entries = root.openDB<Buffer, Buffer>({ name: 'entries', ...binary });
  change((database, at, bytes) => (database === 'entries' ? entries : root).putSync(at, bytes));
  await root.close();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mongo-storage-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a store', () => {
  it('reads what it has written, also when it is opened again', async () => {
    const first = reopened();
    await first.write((unit) => unit.put(key, value));
    await first.close();
    const second = reopened();
    expect(second.get(key)).toEqual(value);
    expect(second.scan({ low: key, high: Buffer.from('z') }, 10)).toEqual([{ key, value }]);
    await second.close();
  });

  it('refuses a value that is not what was written under its key', async () => {
    const first = reopened();
    await first.write((unit) => unit.put(key, value));
    await first.close();
    await behindItsBack((put) => put('entries', key, Buffer.from('other value')));
    const second = reopened();
    expect(() => second.get(key)).toThrow('its checksum does not fit');
    expect(() => second.scan({ low: key, high: Buffer.from('z') }, 10)).toThrow('its checksum does not fit');
    await second.close();
  });

  it('opens a folder that was written before there were checksums, and writes on as it was', async () => {
    await behindItsBack((put) => put('entries', key, value));
    const store = reopened();
    expect(store.get(key)).toEqual(value);
    await store.write((unit) => unit.put(Buffer.from('another'), value));
    expect(store.get(Buffer.from('another'))).toEqual(value);
    await store.close();
  });

  it('refuses a folder of a format that is not known yet', async () => {
    await behindItsBack((put) => put('root', Buffer.from('format'), Buffer.of(3)));
    expect(reopened).toThrow(UnknownFormat);
  });
});

/** Lets the next commit of the store fail as one does for whose pages there is no room: nothing of it is kept. */
const leaveNoRoom = (storage: Storage): void => {
  const root = Reflect.get(storage, 'root') as RootDatabase<Buffer, Buffer>;
  const transaction = async (work: () => void): Promise<never> => {
    Reflect.deleteProperty(root, 'transaction');
    await root.childTransaction(() => {
      work();
      return ABORT;
    });
    throw Object.assign(new Error('No space left on device: Attempting to write page at position 0'), { code: 28 });
  };
  Object.assign(root, { transaction });
};

const noRoom = { code: 14031, codeName: 'OutOfDiskSpace' };

describe('a store whose disk is full', () => {
  it('fails the group with what waits behind it, takes back what they did, and goes on', async () => {
    const store = reopened();
    const undone: string[] = [];
    const put = (name: string, size = 1) =>
      store.write((unit) => {
        unit.afterFailure(() => undone.push(name));
        unit.put(Buffer.from(name), Buffer.alloc(size));
      });
    leaveNoRoom(store);
    const attempts = [put('a'), put('b')];
    await new Promise(setImmediate);
    attempts.push(put('c'));
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(noRoom);
    expect(undone.slice(-2)).toEqual(['b', 'a']);
    expect(store.get(Buffer.from('a'))).toBeUndefined();
    await put('a');
    expect(store.get(Buffer.from('a'))).toEqual(Buffer.alloc(1));
    await store.close();
  });

  it('commits no transaction that may have seen what was lost', async () => {
    const store = reopened();
    const transaction = store.begin();
    transaction.put(key, value);
    leaveNoRoom(store);
    await expect(store.write((unit) => unit.put(value, value))).rejects.toMatchObject(noRoom);
    await expect(transaction.commit(() => undefined)).rejects.toThrow(WriteConflict);
    expect(store.get(key)).toBeUndefined();
    await store.close();
  });

  it('has no collection that was not stored', async () => {
    const engine = openEngine(folder, () => undefined);
    leaveNoRoom(engine.storage);
    await expect(collectionFor(engine, 'database', 'late')).rejects.toMatchObject(noRoom);
    expect(engine.catalog.find('database', 'late')).toBeUndefined();
    await collectionFor(engine, 'database', 'late');
    await engine.storage.close();
    const again = openEngine(folder, () => undefined);
    expect(again.catalog.find('database', 'late')).toBeDefined();
    await again.storage.close();
  });

  it('writes nothing any more once a sync has failed', async () => {
    const told: unknown[] = [];
    const store = new Storage(folder, (error) => told.push(error));
    const root = Reflect.get(store, 'root') as RootDatabase<Buffer, Buffer>;
    Object.assign(root, { transaction: () => Promise.reject(Object.assign(new Error('fails'), { code: 5 })) });
    const failed = { code: 96, codeName: 'OperationFailed' };
    await expect(store.write((unit) => unit.put(key, value))).rejects.toMatchObject(failed);
    Reflect.deleteProperty(root, 'transaction');
    await expect(store.write((unit) => unit.put(key, value))).rejects.toMatchObject(failed);
    expect(store.get(key)).toBeUndefined();
    expect(told).toContain('Nothing is acknowledged until the node is restarted.');
    await store.close();
  });
});
