import { IsText } from './checks/is-text';

/** An id that another system gave: `value` is unique within `system`. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** How another system's id is validated. */
export class IdentifierValue implements Identifier {
  @IsText(500) readonly system!: string;
  @IsText(200) readonly value!: string;
}
