import { Readable } from 'node:stream';
import { AccessLog } from '@referral/event-store';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@referral/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksFor } from '../http/accept';
import {
  Answers,
  anything,
  instant,
  integer,
  listOf,
  maybe,
  position,
  record,
  revisionHeader,
  text,
} from '../http/answers';
import { Callers } from '../http/caller';
import { correlationIdOf } from '../http/correlation';
import { etag } from '../http/preconditions';
import { validated } from '../http/validated';
import { CLOCK } from '../parts';
import { eventsAt, stateAfter } from './history';
import { historyAnswer, historyLines } from './history-answer';
import { ApiInstantQuery, InstantParameters } from './instant-parameters';
import { ReferralStream } from './referral-stream';

const NDJSON = 'application/x-ndjson';

const answer = record({
  referralId: text,
  time: text,
  asOf: maybe(instant),
  revision: maybe(integer),
  state: anything,
  allowedActions: listOf(text),
  events: listOf(record({ eventId: text, type: text, revision: integer, position }, true)),
});

/** The history of a referral, straight from the log. Reading it is on record before the first byte is answered. */
@ApiTags('compliance')
@Controller('referrals/:referralId/history')
export class HistoryController {
  constructor(
    @Inject(ReferralStream) private readonly stream: ReferralStream,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({ schema: answer, also: [NDJSON], headers: revisionHeader })
  @ApiOperation({
    operationId: 'getHistory',
    summary: 'Every event of a referral, and the state that they lead to.',
    description:
      'With Accept: application/x-ndjson the whole stream, one event a line as stored with whether it counts, and a manifest at its end, which `npm run verify -- FILE` checks offline. Leaves an access record.',
  })
  @ApiParam({ name: 'referralId', schema: { type: 'string', format: 'uuid' } })
  @ApiInstantQuery()
  async history(
    @Param('referralId') referralId: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { asOf, time } = validated(InstantParameters, { ...query }, 'The query');
    const caller = this.callers.of(request);
    const { tenantId, actor } = caller;
    const told = await this.stream.seenBy(caller, referralId);
    await this.accessLog.record({
      type: 'ReferralHistoryRead',
      tenantId,
      actor,
      referralId,
      occurredAt: this.clock(),
      correlationId: correlationIdOf(request),
      details: { ...(asOf === undefined ? {} : { asOf }), time, revision: told.length - 1 },
    });
    void reply.header('etag', etag(told.at(-1)?.stored.revision ?? -1n));
    const counted = eventsAt(told, time, asOf);
    if (asksFor(request, NDJSON)) {
      void reply.header('content-type', NDJSON);
      return Readable.from(historyLines(told, counted, actor));
    }
    return historyAnswer({ told: counted, state: stateAfter(counted), axis: time, asOf }, referralId, actor);
  }
}
