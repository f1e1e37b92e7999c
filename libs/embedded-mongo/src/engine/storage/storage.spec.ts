import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { open } from 'lmdb';
import { UnknownFormat } from './format';
import { Storage } from './storage';

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
