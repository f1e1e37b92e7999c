import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';

/** A password as it is kept: what scrypt (RFC 7914) made of it, and with what. All bytes are base64. */
export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** OWASP's recommendation for scrypt in 32 MiB of memory. */
const COST = { cost: 2 ** 15, blockSize: 8, parallelization: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = (password: string, salt: Buffer, { cost, blockSize, parallelization }: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const maxmem = 256 * (cost ?? 1) * (blockSize ?? 1);
    scrypt(
      password.normalize('NFC'),
      salt,
      HASH_BYTES,
      { ...(cost && { cost }), ...(blockSize && { blockSize }), ...(parallelization && { parallelization }), maxmem },
      (error, hash) => {
        if (error === null) resolve(hash);
        else reject(error);
      },
    );
  });

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST };
};

export const isPassword = async (password: string, kept: PasswordHash): Promise<boolean> => {
  const { salt, hash, ...cost } = kept;
  const expected = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
};
