import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

/** 1 to 128 printable ASCII characters: what may be a correlation id or an idempotency key. */
export const printable = /^[\x20-\x7e]{1,128}$/;

/** What may be the id of a conversation or of a cause. */
const usable = /^[\w.:@+/-]{1,128}$/;

/** The id of the conversation that a request belongs to: the caller's X-Correlation-Id when it is usable, else a new one. */
export const newCorrelationId = (request: { readonly headers: FastifyRequest['headers'] }): string => {
  const told = request.headers['x-correlation-id'];
  return typeof told === 'string' && usable.test(told) ? told : randomUUID();
};

/** The event or command that the caller says has caused this one: X-Causation-Id, when it is usable. */
export const causationIdOf = (request: { readonly headers: FastifyRequest['headers'] }): string | undefined => {
  const told = request.headers['x-causation-id'];
  return typeof told === 'string' && usable.test(told) ? told : undefined;
};

/** The correlation id that the server gave the request when it came in. */
export const correlationIdOf = (request: FastifyRequest): string => request.id;
