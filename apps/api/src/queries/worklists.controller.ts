import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { queueBySlug, queues } from '@referral/projections';
import type { FastifyRequest } from 'fastify';
import { Answers, deadline, flag, instant, integer, listOf, maybe, record, text } from '../http/answers';
import { Callers } from '../http/caller';
import { PageParameters } from '../http/query';
import { NotFound } from '../http/problem';
import { validated } from '../http/validated';
import { Worklists } from './worklists';
import { WorklistParameters } from './worklist-filters';

const queueNames = { id: text, slug: text, name: text };

const list = record({
  asOf: instant,
  items: listOf(
    record({ ...queueNames, roles: listOf(text), of: text, count: maybe(integer), exact: flag, href: text }),
  ),
});

const page = record({
  queue: record(queueNames),
  asOf: instant,
  count: maybe(integer),
  exact: flag,
  items: listOf(record({ reason: text, deadline: maybe(deadline), allowedActions: listOf(text) }, true)),
  cursor: maybe(text),
});

/** The coordinators' work queues. */
@ApiTags('worklists')
@Controller('worklists')
export class WorklistsController {
  constructor(
    @Inject(Worklists) private readonly worklists: Worklists,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get()
  @Answers({ schema: list })
  @ApiOperation({
    operationId: 'listWorklists',
    summary: 'Every queue of the caller’s roles with the number of referrals, or whatever it is of, that stand in it.',
  })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until the answer shows this log position.' })
  async list(@Query() query: object, @Req() request: FastifyRequest): Promise<object> {
    const { atLeast } = validated(PageParameters, { ...query }, 'The query');
    return this.worklists.list(this.callers.of(request), atLeast);
  }

  @Get(':queue')
  @Answers({ schema: page })
  @ApiOperation({
    operationId: 'getWorklist',
    summary: 'What stands in a queue, in its order, each with why it is there, its deadlines and what may be done now.',
  })
  @ApiParam({ name: 'queue', schema: { enum: queues.map(({ slug }) => slug) } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'urgency', required: false, description: 'Urgencies, separated by commas.' })
  @ApiQuery({ name: 'specialty', required: false, description: 'Codes, separated by commas.' })
  @ApiQuery({ name: 'referringOffice', required: false, description: 'Ids, separated by commas.' })
  @ApiQuery({ name: 'destination', required: false, description: 'Ids, separated by commas.' })
  @ApiQuery({ name: 'team', required: false, description: 'Ids, separated by commas.' })
  @ApiQuery({ name: 'coordinator', required: false, description: 'User ids, separated by commas.' })
  @ApiQuery({ name: 'patient', required: false, description: 'Patient id.' })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until the answer shows this log position.' })
  async page(@Param('queue') slug: string, @Query() query: object, @Req() request: FastifyRequest): Promise<object> {
    const queue = queueBySlug(slug);
    if (!queue)
      throw new NotFound(`There is no queue ${slug}; there are ${queues.map((known) => known.slug).join(', ')}.`);
    const parameters = validated(WorklistParameters, { ...query }, 'The query');
    return this.worklists.page(queue, parameters, this.callers.of(request));
  }
}
