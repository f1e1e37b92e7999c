import { IsIn } from 'class-validator';
import { IsText, IsValue, MayBeAbsent, type Money, MoneyValue } from '@referral/values';
import { coverageOptions, type CoverageOption } from './coverage-vocabulary';

/** Something that a patient can choose whose coverage does not pay. */
export interface CoverageAlternative {
  readonly kind: CoverageOption;
  readonly description: string;
  readonly estimate?: Money;
}

/** How it is validated. */
export class CoverageAlternativeValue implements CoverageAlternative {
  @IsIn(coverageOptions) readonly kind!: CoverageOption;
  @IsText(1000) readonly description!: string;
  @MayBeAbsent() @IsValue(() => MoneyValue) readonly estimate?: Money;
}
