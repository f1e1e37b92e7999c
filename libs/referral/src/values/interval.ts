import { IsAfter } from '../checks/is-after';
import { IsDateOrInstant } from '../checks/is-date-or-instant';
import { IsInstant } from '../checks/is-instant';
import { MayBeAbsent } from '../checks/may-be-absent';

/** A stretch of time; open when it has no end. */
export class Interval {
  @IsInstant() readonly start!: string;
  @MayBeAbsent() @IsInstant() @IsAfter('start') readonly end?: string;
}

/** A period of validity. A bound that is a date holds for the whole of that day where the visit takes place. */
export class Validity {
  @IsDateOrInstant() readonly start!: string;
  @MayBeAbsent() @IsDateOrInstant() readonly end?: string;
}
