/** A time that was seen to its end, or only so far. */
export interface Survival {
  readonly minutes: number;
  readonly completed: boolean;
}

/**
 * A quantile of all values by linear interpolation between the two nearest ranks (Hyndman and Fan's type 7: spreadsheets'
 * PERCENTILE.INC). Exact: nothing is sampled or binned. `null` without values.
 */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((left, right) => left - right);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  return below === undefined || above === undefined ? null : below + (above - below) * (rank - Math.floor(rank));
};

/**
 * The Kaplan-Meier median: the first time by which half would have been completed, those who were only seen so far counting as at
 * risk until then. At one and the same time completions come before censorings. `null` when less than half ever completes.
 */
export const kaplanMeierMedian = (observations: readonly Survival[]): number | null => {
  const ordered = [...observations].sort(
    (left, right) => left.minutes - right.minutes || Number(right.completed) - Number(left.completed),
  );
  let atRisk = ordered.length;
  let surviving = 1;
  for (const { minutes, completed } of ordered) {
    if (completed) surviving *= (atRisk - 1) / atRisk;
    if (completed && surviving <= 0.5 + rounding) return minutes;
    atRisk -= 1;
  }
  return null;
};

/** Products of fractions come out a little beside one half. */
const rounding = 1e-12;
