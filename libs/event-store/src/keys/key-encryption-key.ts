import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that wraps the patients' data keys: `told` (32 bytes in base64), or the one kept in a file of the data folder, made with
 * mode 0600 when there is none. Of two processes that make it at once, one wins and both use it.
 */
export const keyEncryptionKey = (told: string | undefined, dataDirectory: string): KeyObject => {
  if (told !== undefined) return secret(Buffer.from(told, 'base64'));
  return secret(keptSecret(dataDirectory, 'phi-kek'));
};

/** 32 random bytes that stay the same: kept in a file of the data folder, readable by its owner alone. */
export const keptSecret = (dataDirectory: string, name: string): Buffer => {
  const file = join(dataDirectory, name);
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch {
    mkdirSync(dataDirectory, { recursive: true });
    const own = `${file}.${process.pid}`;
    writeFileSync(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(own, file);
    } catch {
      // Another process made it first.
    }
    rmSync(own);
    syncFolder(dataDirectory);
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  }
};

/** Makes the file's name durable: nothing may be encrypted under a key that a power cut could take away. */
const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
};

const secret = (bytes: Buffer): KeyObject => {
  if (bytes.length !== 32) throw new RangeError('a key-encryption key has 32 bytes');
  return createSecretKey(bytes);
};
