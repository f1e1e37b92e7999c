import { IsBoolean } from 'class-validator';
import { IsText } from '@referral/values';

/** Why a transmission failed, and whether it is worth trying again. */
export interface TransmissionError {
  readonly code: string;
  readonly retryable: boolean;
}

/** How it is validated. */
export class TransmissionErrorValue implements TransmissionError {
  @IsText(100) readonly code!: string;
  @IsBoolean() readonly retryable!: boolean;
}
