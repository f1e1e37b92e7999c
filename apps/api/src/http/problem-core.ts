import { DomainError } from '@referral/eventsourcing';
import { HttpException } from '@nestjs/common';
import { outageOf } from './outage';
import type { Core } from './problem-answer';
import { statusOf } from './statuses';

/** The advice of a 503. Without its key a command that comes again would be another command. */
const AGAIN = {
  query: 'Send the same request again.',
  command:
    'Whether the command took effect is not known: send it again with the Idempotency-Key of this answer, and it does so at most once.',
};

/**
 * What is wrong, told of any error; only what nobody foresaw is a 500.
 * @param keyed the answer names the idempotency key under which it came about
 */
export const coreOf = (error: unknown, keyed: boolean): Core => {
  if (error instanceof DomainError)
    return { status: statusOf(error.code), code: error.code, detail: error.message, members: error.details };
  const outage = outageOf(error);
  if (outage)
    return { status: 503, code: outage.code, detail: `${outage.message} ${keyed ? AGAIN.command : AGAIN.query}` };
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
  404: { code: 'NOT_FOUND', detail: 'There is nothing at this address; /docs describes what there is.' },
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
