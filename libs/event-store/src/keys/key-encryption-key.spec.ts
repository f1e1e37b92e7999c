import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyEncryptionKey } from './key-encryption-key';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('The key-encryption key', () => {
  it('is the one that was told', () => {
    const told = Buffer.alloc(32, 7);
    expect(keyEncryptionKey(told.toString('base64'), folder).export()).toEqual(told);
    expect(() => keyEncryptionKey('c2hvcnQ=', folder)).toThrow('32 bytes');
  });

  it('is made once when none was told, for the eyes of its owner alone', () => {
    const data = join(folder, 'data');
    const made = keyEncryptionKey(undefined, data);
    expect(keyEncryptionKey(undefined, data).equals(made)).toBe(true);
    expect(readdirSync(data)).toEqual(['phi-kek']);
    expect(statSync(join(data, 'phi-kek')).mode & 0o777).toBe(0o600);
  });
});
