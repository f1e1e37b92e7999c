import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { printable } from './correlation';
import { BadRequest } from './problem';

/** The revision that If-Match asks for; `undefined` when the caller does not mind. */
export const expectedRevisionOf = (request: FastifyRequest): bigint | undefined => {
  const value = request.headers['if-match'];
  if (value === undefined || value === '*') return undefined;
  const revision = /^"(\d{1,18})"$/.exec(value)?.[1];
  if (revision === undefined) throw new BadRequest('If-Match must be one ETag as an answer gave it, such as "4", or *');
  return BigInt(revision);
};

/** The key under which a command takes effect at most once: Idempotency-Key, or a new one. */
export const commandIdOf = (request: FastifyRequest): string => {
  const value = request.headers['idempotency-key'];
  if (value === undefined) return randomUUID();
  if (typeof value !== 'string' || !printable.test(value))
    throw new BadRequest('Idempotency-Key must be 1 to 128 printable ASCII characters');
  return value;
};

/** A stream revision as an ETag. */
export const etag = (revision: bigint): string => `"${revision.toString()}"`;
