import { Readable } from 'node:stream';
import { Controller, Get, Inject, type OnModuleDestroy, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { IntegrationEvent } from '@referral/projections';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksFor } from '../http/accept';
import { Answers, anything, instant, listOf, position, record, text } from '../http/answers';
import { Callers } from '../http/caller';
import { readRowToken } from '../http/positions';
import { commaSeparated, MAX_LISTED, QueryParameters } from '../http/query';
import { validated } from '../http/validated';
import { Feed } from './feed';
import { Visible } from './visible';

const STREAM = 'text/event-stream';

/** Milliseconds after which a client that lost its stream comes back. */
const RECONNECT_MS = 2_000;

class FeedParameters extends QueryParameters {
  @IsOptional()
  @Matches(/^[\w.:~-]{1,160}$/, { message: 'after must be a position as an answer gave it, such as 48213' })
  readonly after: string = '0';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit: number = 100;

  /** Public event types, such as `referral.closed.v1`, separated by commas. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(MAX_LISTED)
  @Matches(/^[a-z-]+(\.[a-z-]+)+\.v\d+$/, { each: true, message: 'type must be like referral.closed.v1' })
  readonly type?: readonly string[];

  /** First words of types, such as `referral`, separated by commas. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(MAX_LISTED)
  @Matches(/^[a-z-]{1,40}$/, { each: true, message: 'category must be like referral' })
  readonly category?: readonly string[];
}

const answer = record({
  events: listOf(
    record({ id: text, type: text, source: text, subject: text, time: instant, position, data: anything }, true),
  ),
  next: { ...text, description: 'Where the next page begins.' },
  head: { ...text, description: 'Position of the newest event that the feed has seen.' },
});

/** What downstream systems follow: public events without patient data. */
@ApiTags('feed')
@Controller('feed')
export class FeedController implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(
    @Inject(Feed) private readonly feed: Feed,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  /** Ends every stream, so that the server can close; clients come back to the next one. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  @Get()
  @Answers({ schema: answer, also: [STREAM] })
  @ApiOperation({
    operationId: 'readFeed',
    summary: `Public events after a position, as pages, or as server-sent events with Accept: ${STREAM}.`,
    description:
      'In log order, none skipped and none twice. A stream is resumed with Last-Event-ID and gives a sign of life every 15 s.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'Position; the `next` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'type', required: false, description: 'Types, separated by commas.' })
  @ApiQuery({ name: 'category', required: false, description: 'First words of types, separated by commas.' })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until the answer shows this log position.' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position of the last event that was seen.' })
  async read(
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const parameters = validated(FeedParameters, { ...query }, 'The query');
    const { tenantId } = this.callers.of(request);
    const { type, category, atLeast } = parameters;
    const asked = { tenantId, ...(type && { types: type }), ...(category && { categories: category }) };
    const last = request.headers['last-event-id'];
    const after =
      typeof last === 'string' && last !== ''
        ? readRowToken(last, 'Last-Event-ID')
        : readRowToken(parameters.after, 'after');
    await this.visible.atLeast('feed', atLeast);
    if (!asksFor(request, STREAM)) return this.feed.page(asked, after, parameters.limit);
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const signal = AbortSignal.any([left.signal, this.closing.signal]);
    void reply.header('content-type', `${STREAM}; charset=utf-8`).header('x-accel-buffering', 'no');
    return Readable.from(framed(this.feed.follow(asked, after, signal)));
  }
}

async function* framed(events: AsyncIterable<IntegrationEvent | null>): AsyncGenerator<string> {
  yield `retry: ${String(RECONNECT_MS)}\n\n`;
  for await (const event of events)
    yield event === null
      ? ': heartbeat\n\n'
      : `id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
