import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, deadline, flag, integer, listOf, maybe, record, revisionHeader, text } from '../http/answers';
import { Callers } from '../http/caller';
import { correlationIdOf } from '../http/correlation';
import { etag } from '../http/preconditions';
import { QueryParameters } from '../http/query';
import { validated } from '../http/validated';
import { requireSingleReferrals } from './may-see';
import { ReferralPage } from './referral-page';
import { Visible } from './visible';

const atLeastQuery = {
  name: 'atLeast',
  required: false,
  description: 'Wait until the answer shows this log position.',
};

const page = record(
  {
    referralId: text,
    reference: maybe(text),
    revision: integer,
    stage: text,
    queues: listOf(record({ id: text, slug: text, name: text, reason: text, deadline: maybe(deadline) })),
    allowedActions: listOf(text),
  },
  true,
);

const actions = record({
  referralId: text,
  revision: integer,
  items: listOf(record({ command: text, allowed: flag }, true)),
});

/** One referral, as it is now. */
@ApiTags('referrals')
@ApiParam({ name: 'referralId', schema: { type: 'string', format: 'uuid' } })
@Controller('referrals/:referralId')
export class ReferralsController {
  constructor(
    @Inject(ReferralPage) private readonly pages: ReferralPage,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get()
  @Answers({ schema: page, headers: revisionHeader })
  @ApiOperation({
    operationId: 'getReferral',
    summary: 'Stage, facets, queues, and what the caller may do now. The ETag is its revision.',
    description: 'Who may see patient data finds it in `clinical`; that leaves an access record.',
  })
  @ApiQuery(atLeastQuery)
  async show(
    @Param('referralId') referralId: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { atLeast } = validated(QueryParameters, { ...query }, 'The query');
    const caller = this.callers.of(request);
    requireSingleReferrals(caller.actor);
    await Promise.all(['referral-details', 'worklist'].map((model) => this.visible.atLeast(model, atLeast)));
    const { page, revision } = await this.pages.show(referralId, caller, correlationIdOf(request));
    void reply.header('etag', etag(revision));
    return page;
  }

  @Get('actions')
  @Answers({ schema: actions })
  @ApiOperation({ operationId: 'getActions', summary: 'Every command, and why the caller cannot issue it now.' })
  @ApiQuery(atLeastQuery)
  async actions(
    @Param('referralId') referralId: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    const { atLeast } = validated(QueryParameters, { ...query }, 'The query');
    const caller = this.callers.of(request);
    requireSingleReferrals(caller.actor);
    await this.visible.atLeast('referral-details', atLeast);
    return this.pages.refusals(referralId, caller);
  }
}
