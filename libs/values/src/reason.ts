import { Matches } from 'class-validator';
import { IsText } from './checks/is-text';
import { MayBeAbsent } from './checks/may-be-absent';

/** Why something was done. `comment` stays readable when patient data is destroyed, so it carries none. */
export interface Reason {
  readonly code: string;
  readonly comment?: string;
}

/** How a reason is validated. */
export class ReasonValue implements Reason {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    message: '$property must be the code of a reason, such as no_capacity',
  })
  readonly code!: string;
  @MayBeAbsent() @IsText(2000) readonly comment?: string;
}
