import { IsAfter } from './checks/is-after';
import { IsDateOrInstant } from './checks/is-date-or-instant';
import { IsInstant } from './checks/is-instant';
import { MayBeAbsent } from './checks/may-be-absent';

/** A stretch of time between two instants; open when it has no end. */
export interface Interval {
  readonly start: string;
  readonly end?: string;
}

/** How a stretch of time is validated. */
export class IntervalValue implements Interval {
  @IsInstant() readonly start!: string;
  @MayBeAbsent() @IsInstant() @IsAfter('start') readonly end?: string;
}

/** A period of validity. A bound that is a date holds for the whole of that day where the visit takes place. */
export type Validity = Interval;

/** How a period of validity is validated. */
export class ValidityValue implements Validity {
  @IsDateOrInstant() readonly start!: string;
  @MayBeAbsent() @IsDateOrInstant() @IsAfter('start', { orEqual: true }) readonly end?: string;
}
