import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { printable } from './correlation';

/** Header with the key under which a command takes effect at most once. */
export const KEY_HEADER = 'idempotency-key';

/** Below this route commands have a key of their own each, made of the message's content. */
const MESSAGES = '/api/v1/intake/';

/**
 * Gives every command that came without a key a new one, and names the key in the answer whatever that will be: who hears nothing certain
 * can then ask again under it. An unusable key is left for the refusal.
 */
export const nameKey = (request: FastifyRequest, reply: FastifyReply): void => {
  const { url } = request.routeOptions;
  if (request.method !== 'POST' || !url?.startsWith('/api/v1/') || url.startsWith(MESSAGES)) return;
  const told = request.headers[KEY_HEADER];
  const key = told ?? randomUUID();
  if (typeof key !== 'string' || !printable.test(key)) return;
  request.raw.headers[KEY_HEADER] = key;
  void reply.header(KEY_HEADER, key);
};
