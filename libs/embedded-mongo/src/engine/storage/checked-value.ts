import { crc32 } from 'node:zlib';
import { refuse } from '../mongo-error';

const checksumBytes = 4;

/** How values lie in the file: a checksum over key and value behind each, or, in folders of before there were any, nothing. */
export type ValueForm = {
  readonly wrap: (key: Buffer, value: Buffer) => Buffer;
  /** The value as it was put; throws when the bytes are no longer what was written. */
  readonly unwrap: (key: Buffer, stored: Buffer) => Buffer;
};

const checksum = (key: Buffer, value: Buffer): number => crc32(value, crc32(key));

/** Values with a checksum of four bytes (CRC-32, as node:zlib has it in native code) over their key and themselves. */
export const checkedValues: ValueForm = {
  wrap: (key, value) => {
    const stored = Buffer.allocUnsafe(value.length + checksumBytes);
    stored.set(value);
    stored.writeUInt32LE(checksum(key, value), value.length);
    return stored;
  },
  unwrap: (key, stored) => {
    const end = stored.length - checksumBytes;
    if (end >= 0) {
      const value = stored.subarray(0, end);
      if (checksum(key, value) === stored.readUInt32LE(end)) return value;
    }
    throw refuse(
      'DataCorruptionDetected',
      `What is stored under the key ${key.toString('hex')} is not what was written there: its checksum does not fit.`,
    );
  },
};

/** Values as they are. */
export const bareValues: ValueForm = { wrap: (_key, value) => value, unwrap: (_key, stored) => stored };
