import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import { type Core, problemOf } from './problem-answer';

const told: Readonly<Record<string, Core>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'HEADERS_TOO_LARGE', detail: 'The headers are too large: at most 16 KiB.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'REQUEST_TIMEOUT', detail: 'The request did not come to its end.' },
};

const malformed: Core = { status: 400, code: 'MALFORMED_REQUEST', detail: 'What was sent is no request of HTTP/1.1.' };

/** Answers bytes that are no request: there is none yet to be answered, so the problem is written as it goes over the wire. */
export const refuseBytes: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const core = told[error.code] ?? malformed;
    const problem = JSON.stringify(problemOf(core, '/', randomUUID()));
    socket.write(
      [
        `HTTP/1.1 ${core.status} ${STATUS_CODES[core.status] ?? ''}`,
        'content-type: application/problem+json; charset=utf-8',
        `content-length: ${Buffer.byteLength(problem)}`,
        'connection: close',
        '',
        problem,
      ].join('\r\n'),
    );
  }
  socket.destroy();
};
