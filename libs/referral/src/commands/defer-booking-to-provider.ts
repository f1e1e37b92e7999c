import { IsInstant, IsValue, type PartyRef, PartyRefValue, pick, sameParty } from '@referral/values';
import { IsIn } from 'class-validator';
import { requireNoDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DeferralReason, deferralReasons } from '../values/slot';
import { ReferralCommand } from './referral-command';

/** The provider will book with the patient directly. */
export class DeferBookingToProvider extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  @IsInstant() readonly expectedContactBy!: string;
  @IsIn(deferralReasons) readonly reason!: DeferralReason;
}

/** T39. */
export const deferBookingToProvider = (
  command: DeferBookingToProvider,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { deferral } = referral.facets;
  if (deferral && sameParty(deferral.to, command.to) && deferral.expectedContactBy === command.expectedContactBy)
    return [];
  requireTransition(referral, 'DeferBookingToProvider');
  requireNoDispute(referral);
  return [happened('BookingDeferredToProvider', command, pick(command, 'to', 'expectedContactBy', 'reason'))];
};

/** A booking that the provider makes. */
export const deferBookingToProviderUseCase: UseCase<DeferBookingToProvider> = {
  name: 'DeferBookingToProvider',
  command: DeferBookingToProvider,
  summary: 'Leaves the booking to the provider, who contacts the patient by a time.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: deferBookingToProvider,
  possible: requireNoDispute,
};
