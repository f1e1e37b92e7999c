import type { Rate } from './rates';
import type { TurnaroundFigures } from './summarise';

/** Fewer than this could point at a person (5.1; the habit of CMS). */
export const smallestCell = 11;

/** Figures from which nobody can be made out; `suppressed` stands where they would be. */
export type Suppressible<Figures, Kept extends keyof Figures> =
  (Figures & { readonly suppressed: false }) | (Pick<Figures, Kept> & { readonly suppressed: true });

/** Hides figures that rest on 1 to 10 referrals: all of them, since a difference of two counts tells the third. */
export const suppressFigures = (
  figures: TurnaroundFigures,
): Suppressible<TurnaroundFigures, 'metric' | 'unit' | 'group'> =>
  [figures.started, figures.completed, figures.censored].some(isSmall)
    ? { metric: figures.metric, unit: figures.unit, group: figures.group, suppressed: true }
    : { ...figures, suppressed: false };

/** Hides a rate whose counts, or their difference, are 1 to 10. */
export const suppressRate = (rate: Rate): Suppressible<Rate, 'metric' | 'name'> =>
  [rate.numerator, rate.denominator, rate.denominator - rate.numerator, rate.immature].some(isSmall)
    ? { metric: rate.metric, name: rate.name, suppressed: true }
    : { ...rate, suppressed: false };

/** Who is an analyst and nothing else sees less (S12). */
export const seesSmallCells = (roles: readonly string[]): boolean => roles.some((role) => role !== 'analyst');

const isSmall = (count: number): boolean => count > 0 && count < smallestCell;
