import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdOf } from './correlation';
import { etag } from './preconditions';
import type { Problem } from './problem';

/** Seconds after which a client may try again when a store is not to be reached. */
const RETRY_AFTER_S = 1;

/** What is wrong, before it is known with which request. */
export type Core = Pick<Problem, 'status' | 'code' | 'detail'> & {
  readonly members?: Readonly<Record<string, unknown>>;
};

/** The problem document of what is wrong at an address, told in a conversation. */
export const problemOf = (
  { status, code, detail, members }: Core,
  instance: string,
  correlationId: string,
): Problem => ({
  ...members,
  type: `urn:referral-ledger:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' '),
  status,
  code,
  detail,
  instance,
  correlationId,
});

/** Answers a request with a problem document. */
export const answerProblem = (request: FastifyRequest, reply: FastifyReply, core: Core): void => {
  const { status, members } = core;
  if (status === 503) void reply.header('retry-after', RETRY_AFTER_S);
  const revision = members?.['currentRevision'];
  if (status === 412 && typeof revision === 'bigint') void reply.header('etag', etag(revision));
  const methods = members?.['methods'];
  if (status === 405 && Array.isArray(methods)) void reply.header('allow', methods.join(', '));
  const problem = problemOf(core, request.url.split('?')[0] ?? request.url, correlationIdOf(request));
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem, plainBigints));
};

/** Revisions are told as texts in a problem. */
export const plainBigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
