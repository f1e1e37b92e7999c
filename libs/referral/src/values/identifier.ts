import { IsText } from '../checks/is-text';

/** An id that another system gave: `value` is unique within `system`. */
export class Identifier {
  @IsText(500) readonly system!: string;
  @IsText(200) readonly value!: string;
}
