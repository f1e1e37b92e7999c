import type { Aggregate } from '@referral/eventsourcing';
import { Controller, Get, Inject, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, integer, listOf, record, revisionHeader, text } from '../http/answers';
import { Callers } from '../http/caller';
import { correlationIdOf } from '../http/correlation';
import { etag } from '../http/preconditions';
import { QueryParameters } from '../http/query';
import { validated } from '../http/validated';
import { InstancePage } from './instance-page';
import { requireSingleReferrals } from './may-see';

/** `SlaPolicy` for `sla-policy`. */
const pascalCase = (category: string): string =>
  category.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

/** `GET /<collection>/{id}` of an aggregate that has no page of its own. */
export const instanceController = (aggregate: Aggregate): Type => {
  const { collection, idField, category } = aggregate;
  const answer = record({ [idField]: text, revision: integer, stage: text, allowedActions: listOf(text) }, true);

  @ApiTags(collection)
  @Controller(collection)
  class Instances {
    constructor(
      @Inject(InstancePage) private readonly pages: InstancePage,
      @Inject(Callers) private readonly callers: Callers,
    ) {}

    @Get(`:${idField}`)
    @Answers({ schema: answer, headers: revisionHeader })
    @ApiQuery({ name: 'atLeast', required: false, description: 'Is always so here: it is read from the log.' })
    @ApiParam({ name: idField, schema: { type: 'string', format: 'uuid' } })
    @ApiOperation({
      operationId: `get${pascalCase(category)}`,
      summary: 'Its state from the log, and what the caller may do now. The ETag is its revision.',
      description: 'Who may see patient data finds it in `patientData`, fact by fact; that leaves an access record.',
    })
    async show(
      @Query() query: object,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      validated(QueryParameters, { ...query }, 'The query');
      const caller = this.callers.of(request);
      requireSingleReferrals(caller.actor);
      const id = (request.params as Readonly<Record<string, string>>)[idField] ?? '';
      const correlationId = correlationIdOf(request);
      const { page, revision } = await this.pages.show({ aggregate, id, caller, correlationId });
      void reply.header('etag', etag(revision));
      return page;
    }
  }
  Object.defineProperty(Instances, 'name', { value: `${collection}Instances` });
  return Instances;
};
