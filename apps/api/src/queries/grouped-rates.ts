import {
  type Grouping,
  groupings,
  type Rate,
  type TurnaroundFacts,
  type TurnaroundQuestion,
} from '@referral/projections';

/** What rates can be told apart by: what a referral is. In which week something fell is another for each rate. */
export type RateGrouping = Exclude<Grouping, 'week'>;

export const rateGroupings: readonly RateGrouping[] = groupings.filter((grouping) => grouping !== 'week');

/** A rate of one group. */
export type GroupedRate = Rate & { readonly group: Readonly<Partial<Record<RateGrouping, string>>> };

/** Calculates rates over a population. */
export type RateOf = (facts: readonly TurnaroundFacts[], question: TurnaroundQuestion) => readonly Rate[];

/** The rates of each group that has someone in it, in the order of their names; of everybody when nothing tells groups apart. */
export const groupedRates = (
  rateOf: RateOf,
  facts: readonly TurnaroundFacts[],
  question: TurnaroundQuestion,
): readonly GroupedRate[] => {
  const by = rateGroupings.filter((grouping) => question.groupBy.includes(grouping));
  if (by.length === 0) return rateOf(facts, question).map((rate) => ({ ...rate, group: {} }));
  const groups = new Map<string, TurnaroundFacts[]>();
  for (const one of facts) {
    const key = JSON.stringify(by.map((grouping) => one[grouping]));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, members]) => {
      const names = JSON.parse(key) as readonly string[];
      const group = Object.fromEntries(by.map((grouping, at) => [grouping, names[at] ?? '']));
      return rateOf(members, question).map((rate) => ({ ...rate, group }));
    })
    .filter(({ denominator, immature }) => denominator + immature > 0);
};
