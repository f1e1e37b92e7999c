import { type Channel, channels, hoursBetween, IsId, IsListOf, MayBeAbsent, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import { coordinationPolicy } from '../coordination-policies';
import { requireNoDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type Slot, SlotValue } from '../values/slot';
import { ReferralCommand } from './referral-command';

/** Times for a visit are offered to the patient. */
export class OfferAppointment extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly offerId!: string;
  @IsListOf(() => SlotValue, 20, 1) readonly slots!: readonly Slot[];
  @IsIn(channels) readonly offeredVia!: Channel;
}

const noticeDays = ({ slots, occurredAt }: OfferAppointment): number =>
  Math.floor(Math.min(...slots.map(({ start }) => hoursBetween(occurredAt, start))) / 24);

/** T39; I36. Notice, and whether it is reasonable, are computed from the policy. */
export const offerAppointment = (command: OfferAppointment, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.offers.find(({ offerId }) => offerId === command.offerId);
  const starts = command.slots.map(({ start }) => start).join();
  if (known && known.slots.map(({ start }) => start).join() === starts) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'An offer with this id offered other times.');
  requireTransition(referral, 'OfferAppointment');
  requireNoDispute(referral);
  const { assigned, claimed } = referral.facets.urgency;
  const notice = noticeDays(command);
  return [
    happened('AppointmentOffered', command, {
      ...pick(command, 'offerId', 'slots', 'offeredVia'),
      noticeDays: notice,
      reasonable: notice >= coordinationPolicy.reasonableNoticeDays[assigned ?? claimed],
    }),
  ];
};

/** Times for the patient to choose from. */
export const offerAppointmentUseCase: UseCase<OfferAppointment> = {
  name: 'OfferAppointment',
  command: OfferAppointment,
  summary: 'Offers times for a visit; tells how much notice that is.',
  roles: ['coordinator', 'receiving_party'],
  creates: false,
  generatedIds: ['offerId'],
  decide: offerAppointment,
  possible: requireNoDispute,
};
