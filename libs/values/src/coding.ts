import { IsText } from './checks/is-text';
import { MayBeAbsent } from './checks/may-be-absent';

/** A concept of a code system, such as a specialty or a diagnosis. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** How a concept is validated. */
export class CodingValue implements Coding {
  @IsText(500) readonly system!: string;
  @IsText(100) readonly code!: string;
  @MayBeAbsent() @IsText(500) readonly display?: string;
}

/** True when both mean the same concept, however it is displayed. */
export const sameCoding = (one: Coding, other: Coding): boolean =>
  one.system === other.system && one.code === other.code;
