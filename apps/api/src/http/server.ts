import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from '@referral/runtime';
import type { FastifyInstance } from 'fastify';
import { newCorrelationId } from './correlation';

/** Largest body of a command, and of a FHIR message. */
const BODY_LIMIT = { command: 256 * 1_024, message: 1_024 * 1_024 };

/** The HTTP server: correlation ids, body limits, and one log line for each answer, without bodies, queries or patient data. */
export const serverAdapter = (log: Logger): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    genReqId: newCorrelationId,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT.command,
    trustProxy: false,
  });
  const server: FastifyInstance = adapter.getInstance();
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
    void reply.header('x-correlation-id', request.id).header('cache-control', 'no-store');
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
