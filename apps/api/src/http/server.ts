import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from '@referral/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseBytes } from './client-error';
import { newCorrelationId } from './correlation';
import { nameKey } from './idempotency-key';
import { misdirected } from './local-host';
import { answerProblem } from './problem-answer';
import { methodsOf } from './wrong-method';

/** Largest body of a command, and of a FHIR message. */
const BODY_LIMIT = { command: 256 * 1_024, message: 1_024 * 1_024 };

export interface ServerOptions {
  readonly log: Logger;
  /** True when requests for whatever host are answered, because something in front checks them. */
  readonly anyHost: boolean;
}

/** The HTTP server: correlation ids, body limits, and one log line for each answer, without bodies, queries or patient data. */
export const serverAdapter = ({ log, anyHost }: ServerOptions): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    genReqId: newCorrelationId,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT.command,
    trustProxy: false,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
    http: { requireHostHeader: false }, // Node.js would answer that without a word
  });
  const server: FastifyInstance = adapter.getInstance();
  const wrongMethod = methodsOf(server);
  server.addHook('onRoute', (route) => {
    if (route.url.includes('/intake/')) route.bodyLimit = BODY_LIMIT.message;
  });
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    'application/fhir+json',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  );
  server.addHook('onRequest', (request, reply, done) => {
    nameAnswer(request, reply);
    const refusal = (anyHost ? null : misdirected(request)) ?? wrongMethod(request);
    if (refusal) {
      answerProblem(request, reply, refusal);
      return;
    }
    nameKey(request, reply);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        correlationId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
  return adapter;
};

const nameAnswer = (request: FastifyRequest, reply: FastifyReply): void => {
  void reply.header('x-correlation-id', request.id).header('cache-control', 'no-store');
};

/** Answers an address that the router cannot take, before any hook has seen the request. */
const refuseAddress = (error: { readonly statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void => {
  nameAnswer(request, reply);
  answerProblem(
    request,
    reply,
    error.statusCode === 414
      ? { status: 414, code: 'URI_TOO_LONG', detail: 'A part of the address is too long.' }
      : { status: 400, code: 'VALIDATION_FAILED', detail: 'The address is not valid: it cannot be decoded.' },
  );
};
