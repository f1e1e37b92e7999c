import { IsAfter, IsInstant, IsText } from '@referral/values';
import { IsIn } from 'class-validator';
import { type VisitMode, visitModes } from './vocabulary';

/** A time that was offered for a visit. */
export interface Slot {
  readonly start: string;
  readonly end: string;
  readonly location: string;
  readonly mode: VisitMode;
}

/** How an offered time is validated. */
export class SlotValue implements Slot {
  @IsInstant() readonly start!: string;
  @IsInstant() @IsAfter('start') readonly end!: string;
  @IsText(200) readonly location!: string;
  @IsIn(visitModes) readonly mode!: VisitMode;
}

export const offerResponses = ['accepted', 'declined'] as const;
export type OfferResponse = (typeof offerResponses)[number];

/** Why a booking is left to the provider. */
export const deferralReasons = ['no_slots', 'timeout', 'provider_policy'] as const;
export type DeferralReason = (typeof deferralReasons)[number];
