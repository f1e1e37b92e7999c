import { explainClocks } from '@referral/clocks';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@referral/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, anything, instant, listOf, record, revisionHeader, text } from '../http/answers';
import { Callers } from '../http/caller';
import { etag } from '../http/preconditions';
import { validated } from '../http/validated';
import { CLOCK } from '../parts';
import { Published } from '../published/published';
import { eventsAt, factsOf } from './history';
import { ApiInstantQuery, InstantParameters } from './instant-parameters';
import { ReferralStream } from './referral-stream';

const answer = record({ referralId: text, time: text, asOf: instant, items: listOf(anything) });

/** Why each deadline of a referral is what it is, straight from the log. */
@ApiTags('referrals')
@Controller('referrals/:referralId/deadlines')
export class DeadlinesController {
  constructor(
    @Inject(ReferralStream) private readonly stream: ReferralStream,
    @Inject(Published) private readonly published: Published,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({ schema: answer, headers: revisionHeader })
  @ApiOperation({
    operationId: 'getDeadlines',
    summary: 'Every clock of a referral, running or stopped, and why it is due when it is.',
    description:
      'One item for each run of a clock, in the order of their starts: the facts that started and stopped it (`stop.answers` is false where its question no longer arose), the versions of policy and calendar that bind it, the allowed time, each pause with its evidence and whether the policy counts it, changes of urgency, when it warns and is due, without pauses and with them, how much time has passed, gross and net, whether it is breached, and the outcomes that are on record.',
  })
  @ApiParam({ name: 'referralId', schema: { type: 'string', format: 'uuid' } })
  @ApiInstantQuery()
  async deadlines(
    @Param('referralId') referralId: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { asOf, time } = validated(InstantParameters, { ...query }, 'The query');
    const caller = this.callers.of(request);
    const told = await this.stream.seenBy(caller, referralId);
    const facts = factsOf(eventsAt(told, time, asOf));
    const instant = asOf ?? this.clock();
    void reply.header('etag', etag(told.at(-1)?.stored.revision ?? -1n));
    const items = explainClocks(facts, await this.published.policiesOf(caller.tenantId), instant);
    return { referralId, time, asOf: instant, items };
  }
}
