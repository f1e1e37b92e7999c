import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@referral/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdOf } from './correlation';
import { KEY_HEADER } from './idempotency-key';
import { answerProblem } from './problem-answer';
import { coreOf } from './problem-core';

/** Answers every error as `application/problem+json`; only what nobody foresaw is a 500, and it tells nothing but its correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const correlationId = correlationIdOf(request);
    if (reply.sent || reply.raw.headersSent) {
      this.log.warn({ err: error, correlationId }, 'an answer broke off');
      reply.raw.destroy();
      return;
    }
    const core = coreOf(error, reply.hasHeader(KEY_HEADER));
    if (core.status >= 500) this.log.error({ err: error, correlationId, code: core.code }, 'a request failed');
    answerProblem(request, reply, core);
  }
}
