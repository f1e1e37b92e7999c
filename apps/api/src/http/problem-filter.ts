import { DomainError } from '@referral/eventsourcing';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Logger } from '@referral/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdOf } from './correlation';
import { etag } from './preconditions';
import type { Problem } from './problem';
import { outageOf } from './outage';
import { statusOf } from './statuses';

/** Seconds after which a client may try again when a store is not to be reached. */
const RETRY_AFTER_S = 1;

type Core = Pick<Problem, 'status' | 'code' | 'detail'> & { readonly members?: Readonly<Record<string, unknown>> };

/** Answers every error as `application/problem+json`; only what nobody foresaw is a 500, and it tells nothing but its correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      this.log.warn({ err: error, correlationId: correlationIdOf(request) }, 'an answer broke off');
      reply.raw.destroy();
      return;
    }
    const { status, code, detail, members } = coreOf(error);
    const correlationId = correlationIdOf(request);
    if (status >= 500) this.log.error({ err: error, correlationId, code }, 'a request failed');
    if (status === 503) void reply.header('retry-after', RETRY_AFTER_S);
    const revision = members?.['currentRevision'];
    if (status === 412 && typeof revision === 'bigint') void reply.header('etag', etag(revision));
    const problem: Problem = {
      ...members,
      type: `urn:referral-ledger:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title: code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' '),
      status,
      code,
      detail,
      instance: request.url.split('?')[0] ?? request.url,
      correlationId,
    };
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem, plainBigints));
  }
}

const plainBigints = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

const coreOf = (error: unknown): Core => {
  if (error instanceof DomainError)
    return { status: statusOf(error.code), code: error.code, detail: error.message, members: error.details };
  const outage = outageOf(error);
  if (outage) return { status: 503, code: outage.code, detail: outage.message };
  if (error instanceof HttpException) return fromHttp(error.getStatus(), error.message);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (error instanceof Error && typeof status === 'number' && status < 500) return fromHttp(status, error.message);
  return {
    status: 500,
    code: 'INTERNAL_ERROR',
    detail: 'Something went wrong here; quote the correlation id when you report it.',
  };
};

const httpProblems: Readonly<Record<number, { readonly code: string; readonly detail?: string }>> = {
  400: { code: 'VALIDATION_FAILED' },
  404: { code: 'NOT_FOUND' },
  405: { code: 'METHOD_NOT_ALLOWED' },
  413: { code: 'PAYLOAD_TOO_LARGE', detail: 'The body is too large: at most 256 KiB, 1 MiB for a FHIR message.' },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'Send JSON: Content-Type: application/json (application/fhir+json for FHIR).',
  },
};

const fromHttp = (status: number, message: string): Core => {
  const known = httpProblems[status];
  return { status, code: known?.code ?? `HTTP_${String(status)}`, detail: known?.detail ?? message };
};
