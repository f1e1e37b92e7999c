import { everything } from '@referral/conditions';
import { Inject, Injectable } from '@nestjs/common';
import {
  cohort,
  loopClosureRate,
  noShowRate,
  schedulingRates,
  seesSmallCells,
  summarise,
  suppressFigures,
  suppressRate,
  type TurnaroundFacts,
  type TurnaroundMetric,
  type TurnaroundQuestion,
} from '@referral/projections';
import { ReadModels } from '@referral/read-models';
import type { Caller } from '../http/caller';
import { rowToken } from '../http/positions';
import { type GroupedRate, groupedRates, type RateOf } from './grouped-rates';

/** The rates that can be asked for, by id. */
export const rates: Readonly<Record<string, RateOf>> = {
  R04: schedulingRates,
  R05: (facts, question) => [noShowRate(facts, question)],
  R08: (facts, question) => [loopClosureRate(facts, question)],
};

/** What is to be told. */
export interface Asked {
  readonly metrics: readonly TurnaroundMetric[];
  /** Ids of `rates`. */
  readonly rateIds: readonly string[];
  readonly question: TurnaroundQuestion;
}

/** A rate as somebody may see it. */
export type ToldRate = ReturnType<typeof suppressRate> & Pick<GroupedRate, 'group'>;

/** Figures, the position of the log that they reflect, and the definitions that they follow. */
export interface Told {
  readonly position: string | null;
  readonly definitions: readonly Pick<TurnaroundMetric, 'id' | 'version' | 'name' | 'start' | 'stop'>[];
  readonly figures: readonly ReturnType<typeof suppressFigures>[];
  readonly rates: readonly ToldRate[];
}

/** How long referrals take, as of an instant. */
@Injectable()
export class Turnaround {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  async tell({ metrics, rateIds, question }: Asked, { tenantId, actor }: Caller): Promise<Told> {
    // Taken first: the figures reflect at least this position.
    const statuses = await this.readModels.status();
    const position = statuses.find(({ projection, live }) => projection === 'turnaround' && live)?.position ?? null;
    const facts: TurnaroundFacts[] = [];
    const query = { projection: 'turnaround', tenantId, filter: everything };
    for await (const one of this.readModels.scan<TurnaroundFacts>(query)) facts.push(one);
    const small = seesSmallCells(actor.roles);
    return {
      position: position === null ? null : rowToken(position),
      definitions: metrics.map(({ id, version, name, start, stop }) => ({ id, version, name, start, stop })),
      figures: metrics
        .flatMap((metric) => summarise(metric, cohort(metric, facts, question), question))
        .map((figures) => (small ? { ...figures, suppressed: false as const } : suppressFigures(figures))),
      rates: rateIds
        .flatMap((id) => (rates[id] ? groupedRates(rates[id], facts, question) : []))
        .map((rate) => ({
          ...(small ? { ...rate, suppressed: false as const } : suppressRate(rate)),
          group: rate.group,
        })),
    };
  }
}
