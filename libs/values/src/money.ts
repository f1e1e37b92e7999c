import { Matches } from 'class-validator';

/** An amount as decimal text, so that no cent is lost, and its ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** How an amount is validated. */
export class MoneyValue implements Money {
  @Matches(/^\d{1,12}(\.\d{1,4})?$/) readonly amount!: string;
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
}
