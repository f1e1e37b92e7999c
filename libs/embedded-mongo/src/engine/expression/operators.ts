import { accumulators } from './accumulator-operators';
import { arithmetic } from './arithmetic-operators';
import { arrays } from './array-operators';
import { comparisons } from './comparison-operators';
import { conditions } from './condition-operators';
import { conversions } from './conversion-operators';
import { dates } from './date-operators';
import type { Operator } from './expression';
import { objects } from './object-operators';
import { sets } from './set-operators';
import { texts } from './text-operators';

/** Every expression operator this node knows, by name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...accumulators,
    ...arithmetic,
    ...arrays,
    ...comparisons,
    ...conditions,
    ...conversions,
    ...dates,
    ...objects,
    ...sets,
    ...texts,
  } satisfies Record<string, Operator>),
);
