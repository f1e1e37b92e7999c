import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import type { DataKey } from '../keys/patient-keys';

/**
 * What stands in the place of an encrypted value: `v1.` and the base64 of nonce (12 bytes), ciphertext and tag (16 bytes) of
 * AES-256-GCM over the value's JSON. The key is the one that the event's metadata names in `phiKeyId`.
 */
export interface Ciphertext {
  readonly $phi: string;
}

/** Where a value stands. It is authenticated with the value, so that ciphertext moved elsewhere does not open. */
export interface Place {
  readonly streamId: string;
  readonly eventId: string;
  /** Path of the field in `data`, such as `changes[2].old`. */
  readonly path: string;
}

const version = 'v1.';
const nonceLength = 12;
const tagLength = 16;

/** The 12 bytes under which a text is encrypted where it stands. No two texts may have the same ones under one key. */
export type NonceOf = (text: string, place: Place, key: DataKey) => Buffer;

/** Encrypts one value under a nonce of its own. */
export const encrypt = (value: unknown, place: Place, key: DataKey, nonceOf: NonceOf = freshNonce): Ciphertext => {
  const text = JSON.stringify(value);
  const nonce = nonceOf(text, place, key);
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(authenticated(place, key));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { $phi: version + sealed.toString('base64') };
};

/** Random bytes for many nonces: drawing them one by one costs more than the encryption. */
const pool = { bytes: Buffer.alloc(nonceLength * 512), used: nonceLength * 512 };

/** A nonce that nobody has had, in memory of its own. */
const freshNonce = (): Buffer => {
  if (pool.used === pool.bytes.length) {
    randomFillSync(pool.bytes);
    pool.used = 0;
  }
  const start = pool.used;
  pool.used += nonceLength;
  return Buffer.from(pool.bytes.subarray(start, pool.used));
};

/**
 * A nonce that follows from what is encrypted: the same text at the same place under the same key is the same ciphertext, and no other
 * text gets the same nonce, as with a synthetic IV (RFC 5297). For histories that are made again to the byte.
 */
export const derivedNonce: NonceOf = (text, place, key) =>
  createHmac('sha256', key.secret).update(authenticated(place, key)).update(text).digest().subarray(0, nonceLength);

/** Decrypts one value. Throws when it was changed, moved, or encrypted under another key. */
export const decrypt = ({ $phi }: Ciphertext, place: Place, key: DataKey): unknown => {
  if (!$phi.startsWith(version)) throw new TypeError('the form of the ciphertext is not known');
  const sealed = Buffer.from($phi.slice(version.length), 'base64');
  if (sealed.length < nonceLength + tagLength) throw new TypeError('the ciphertext is too short');
  const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(authenticated(place, key)).setAuthTag(sealed.subarray(-tagLength));
  const opened = Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  return JSON.parse(opened.toString('utf8'));
};

/** True for what `encrypt` leaves in the place of a value. */
export const isCiphertext = (value: unknown): value is Ciphertext =>
  typeof value === 'object' && value !== null && '$phi' in value && typeof value.$phi === 'string';

const authenticated = ({ streamId, eventId, path }: Place, key: DataKey): Buffer =>
  Buffer.from(JSON.stringify([streamId, eventId, path, key.id]));
