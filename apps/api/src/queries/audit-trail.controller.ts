import { AccessLog } from '@referral/event-store';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type AuditQuestion, auditQuery, type AuditRecord } from '@referral/projections';
import { ReadModels, type Stored } from '@referral/read-models';
import type { Clock } from '@referral/runtime';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { IsInstant } from '@referral/values';
import { Answers, instant, integer, listOf, maybe, position, record, text } from '../http/answers';
import { Callers } from '../http/caller';
import { correlationIdOf } from '../http/correlation';
import { rowToken } from '../http/positions';
import { PageParameters } from '../http/query';
import { validated } from '../http/validated';
import { CLOCK } from '../parts';
import { requireAuditTrail } from './may-see';
import { Visible } from './visible';

class AuditParameters extends PageParameters {
  @IsOptional()
  @Matches(/^[\w.:@+-]{1,128}$/, { message: 'referralId must be an id' })
  readonly referralId?: string;

  @IsOptional()
  @Matches(/^[\w.:@+-]{1,128}$/, { message: 'aggregateId must be an id' })
  readonly aggregateId?: string;

  @IsOptional()
  @Matches(/^[\w.:@+-]{1,64}$/, { message: 'actor must be a user id' })
  readonly actor?: string;

  @IsOptional()
  @Matches(/^[A-Za-z]{1,64}$/, { message: 'type must be an event type, such as ReferralAccepted' })
  readonly type?: string;

  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

const answer = record({
  items: listOf(
    record(
      {
        eventId: text,
        streamId: text,
        revision: integer,
        type: text,
        category: text,
        aggregateId: text,
        referralId: maybe(text),
        occurredAt: instant,
        recordedAt: instant,
        actorId: text,
        command: text,
        reasonCode: maybe(text),
        hash: text,
        position,
      },
      true,
    ),
  ),
  cursor: maybe(text),
});

/** Who did or read what, when, why, on which referral or other aggregate. */
@ApiTags('compliance')
@Controller('audit-trail')
export class AuditTrailController {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({ schema: answer })
  @ApiOperation({
    operationId: 'getAuditTrail',
    summary: 'Facts and readings in the order of the log, page by page.',
    description: 'Its first page leaves an access record.',
  })
  @ApiQuery({ name: 'referralId', required: false })
  @ApiQuery({ name: 'aggregateId', required: false, description: 'Id of an aggregate of any kind.' })
  @ApiQuery({ name: 'actor', required: false, description: 'User id.' })
  @ApiQuery({ name: 'type', required: false, description: 'Event type.' })
  @ApiQuery({ name: 'from', required: false, description: 'Recorded at or after.' })
  @ApiQuery({ name: 'to', required: false, description: 'Recorded before.' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until the answer shows this log position.' })
  async page(@Query() query: object, @Req() request: FastifyRequest): Promise<object> {
    const { limit, cursor, atLeast, ...question } = validated(AuditParameters, { ...query }, 'The query');
    const { tenantId, actor } = this.callers.of(request);
    requireAuditTrail(actor);
    await this.visible.atLeast('audit-trail', atLeast);
    // Once for a question: its later pages would find the records of the earlier ones, without end.
    if (cursor === undefined) await this.record(question, request);
    const page = await this.readModels.page<AuditRecord>({
      projection: 'audit-trail',
      tenantId,
      ...auditQuery(question),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { items: page.items.map(shown), cursor: page.cursor };
  }

  private record(question: AuditQuestion, request: FastifyRequest): Promise<void> {
    const { referralId, aggregateId } = question;
    return this.accessLog.record({
      type: 'RecordRead',
      ...this.callers.of(request),
      ...(referralId !== undefined && { referralId }),
      occurredAt: this.clock(),
      correlationId: correlationIdOf(request),
      details: { category: 'audit-trail', id: aggregateId ?? referralId ?? '', question },
    });
  }
}

const shown = ({ _id, _position, tenantId, ...record }: Stored<AuditRecord>): object => ({
  ...record,
  position: rowToken(_position),
});
