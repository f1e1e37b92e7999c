import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Grouping, groupings, turnaroundCsv, turnaroundMetric, turnaroundMetrics } from '@referral/projections';
import type { Clock } from '@referral/runtime';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsAfter, IsCalendarDate } from '@referral/values';
import { asksFor } from '../http/accept';
import { Answers, anything, flag, instant, integer, listOf, maybe, position, record, text } from '../http/answers';
import { Callers } from '../http/caller';
import { BadRequest } from '../http/problem';
import { commaSeparated, MAX_LISTED, QueryParameters } from '../http/query';
import { validated } from '../http/validated';
import { CLOCK } from '../parts';
import { ratesCsv } from './rates-csv';
import { type Asked, rates, Turnaround } from './turnaround';
import { Visible } from './visible';

const CSV = 'text/csv';

/** The zone in which cohorts are cut when the tenant has not said otherwise (S03). */
const TIME_ZONE = 'America/New_York';

class TurnaroundParameters extends QueryParameters {
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(MAX_LISTED)
  @IsString({ each: true })
  readonly metric?: readonly string[];

  @IsOptional()
  @IsCalendarDate()
  readonly from: string = '1970-01-01';

  @IsOptional()
  @IsCalendarDate()
  @IsAfter('from', { orEqual: true })
  readonly to: string = '9999-12-31';

  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @IsIn(groupings, { each: true, message: `groupBy must be of ${groupings.join(', ')}` })
  readonly groupBy: readonly Grouping[] = [];

  /** Which round of work on a referral: 1 for headline figures; each reopening begins the next. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly cycle: number = 1;
}

const answer = record({
  asOf: instant,
  timeZone: text,
  from: text,
  to: text,
  groupBy: listOf(text),
  cycle: integer,
  position: maybe(position),
  definitions: listOf(record({ id: text, version: integer, name: text, start: text, stop: text })),
  figures: listOf(record({ metric: text, unit: text, group: anything, suppressed: flag }, true)),
  rates: listOf(record({ metric: text, name: text, group: anything, suppressed: flag }, true)),
});

/** How long things take, and how often they succeed. */
@ApiTags('metrics')
@Controller('metrics/turnaround')
export class TurnaroundController {
  constructor(
    @Inject(Turnaround) private readonly turnaround: Turnaround,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({
    schema: answer,
    also: [CSV],
    headers: { 'X-Position': 'With text/csv: the log position that the table reflects.' },
  })
  @ApiOperation({
    operationId: 'getTurnaround',
    summary: 'Started, completed and censored counts, median and p90 in minutes, and rates.',
    description: `Cohorts by the date of the start in ${TIME_ZONE}. With Accept: text/csv a table of the figures, or of the rates when only rates are asked for; X-Position is the log position that it reflects.`,
  })
  @ApiQuery({
    name: 'metric',
    required: false,
    description: `Of ${[...turnaroundMetrics.map(({ id }) => id), ...Object.keys(rates)].join(', ')}, separated by commas; a version may be named, such as M12@1. All that can be told when absent; rates are of the first cycle and not told apart by week.`,
  })
  @ApiQuery({ name: 'from', required: false, description: 'First date of the cohort.' })
  @ApiQuery({ name: 'to', required: false, description: 'Last date of the cohort.' })
  @ApiQuery({ name: 'groupBy', required: false, description: `Of ${groupings.join(', ')}, separated by commas.` })
  @ApiQuery({
    name: 'cycle',
    required: false,
    description: 'Round of work: 1 for headline figures, 2 after a reopening.',
  })
  @ApiQuery({ name: 'atLeast', required: false, description: 'Wait until the answer shows this log position.' })
  async tell(
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const { metric, from, to, groupBy, cycle, atLeast } = validated(TurnaroundParameters, { ...query }, 'The query');
    const question = { from, to, groupBy, cycle, timeZone: TIME_ZONE, now: this.clock() };
    const asked = askedFor(metric, question);
    const table = asksFor(request, CSV);
    if (table && metric && asked.metrics.length > 0 && asked.rateIds.length > 0)
      throw new BadRequest('A table holds either durations or rates: ask for them one after the other.');
    await this.visible.atLeast('turnaround', atLeast);
    const told = await this.turnaround.tell({ ...asked, question }, this.callers.of(request));
    if (!table) return { asOf: question.now, timeZone: TIME_ZONE, from, to, groupBy, cycle, ...told };
    void reply.header('content-type', `${CSV}; charset=utf-8`).header('x-position', told.position ?? '0');
    return asked.metrics.length > 0 ? turnaroundCsv(told.figures) : ratesCsv(told.rates);
  }
}

type Names = readonly string[] | undefined;
type Cut = Pick<Asked['question'], 'groupBy' | 'cycle'>;

const askedFor = (names: Names, cut: Cut): Pick<Asked, 'metrics' | 'rateIds'> => {
  const refusal = rateRefusal(cut);
  if (!names) return { metrics: turnaroundMetrics, rateIds: refusal === null ? Object.keys(rates) : [] };
  const rateIds = names.filter((name) => Object.hasOwn(rates, name));
  if (rateIds.length > 0 && refusal !== null) throw new BadRequest(refusal);
  const metrics = names
    .filter((name) => !rateIds.includes(name))
    .map((name) => {
      const metric = turnaroundMetric(name);
      if (!metric) throw new BadRequest(`There is no metric ${name.slice(0, 20)}; there are ${known.join(', ')}.`);
      return metric;
    });
  // M12 and M12@1 are the same.
  return { metrics: [...new Set(metrics)], rateIds };
};

/** Why rates cannot be told so; `null` when they can. */
const rateRefusal = ({ groupBy, cycle }: Cut): string | null => {
  if (groupBy.includes('week')) return 'Rates are not grouped by week.';
  return cycle === 1 ? null : 'Rates are of the first cycle only.';
};

const known = [...turnaroundMetrics.map(({ id }) => id), ...Object.keys(rates)];
