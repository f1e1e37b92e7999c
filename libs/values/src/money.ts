import { Matches } from 'class-validator';

/** An amount as decimal text, so that no cent is lost, and its ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** How an amount is validated. */
export class MoneyValue implements Money {
  @Matches(/^\d{1,12}(\.\d{1,4})?$/, { message: '$property must be a decimal number as text, such as 120.50' })
  readonly amount!: string;
  @Matches(/^[A-Z]{3}$/, { message: '$property must be the code of a currency, such as USD' })
  readonly currency!: string;
}
