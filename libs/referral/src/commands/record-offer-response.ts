import { requireOrder } from '@referral/eventsourcing';
import { instant, IsId, IsValue, MayBeAbsent, type Reason, ReasonValue } from '@referral/values';
import { IsIn } from 'class-validator';
import type { Offer } from '../coordination-facets';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type OfferResponse, offerResponses, type Slot, SlotValue } from '../values/slot';
import { ReferralCommand } from './referral-command';

/** The patient takes an offered time, or none of them. */
export class RecordOfferResponse extends ReferralCommand {
  @IsId() readonly offerId!: string;
  @IsIn(offerResponses) readonly response!: OfferResponse;
  /** The time that is taken, as it was offered. */
  @MayBeAbsent() @IsValue(() => SlotValue) readonly slot?: Slot;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

const requireOffers = ({ facets }: RegisteredReferral): void => {
  if (facets.offers.length === 0) throw refusal('OFFER_NOT_FOUND', 'Nothing was offered.');
};

const taken = ({ slot }: RecordOfferResponse, offer: Offer): Slot => {
  if (slot && offer.slots.some(({ start }) => instant(start) === instant(slot.start))) return slot;
  throw refusal('OFFER_NOT_FOUND', 'The time that is taken is one of those that were offered.');
};

/** T39. A refusal has a reason (I31). */
export const recordOfferResponse = (
  command: RecordOfferResponse,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const offer = referral.facets.offers.find(({ offerId }) => offerId === command.offerId);
  if (offer && offer.response === command.response) return [];
  requireTransition(referral, 'RecordOfferResponse');
  if (!offer) throw refusal('OFFER_NOT_FOUND');
  if (offer.response !== null) throw refusal('CONTRADICTS_RECORD', `The offer was ${offer.response} already.`);
  requireOrder(command, offer.offeredAt, 'it was offered');
  const { offerId } = command;
  if (command.response === 'accepted')
    return [happened('AppointmentOfferAccepted', command, { offerId, slot: taken(command, offer) })];
  return [
    happened('AppointmentOfferDeclined', command, { offerId, reason: requireReason('declineOffer', command.reason) }),
  ];
};

/** The answer to an offer. */
export const recordOfferResponseUseCase: UseCase<RecordOfferResponse> = {
  name: 'RecordOfferResponse',
  command: RecordOfferResponse,
  summary: 'Records which offered time the patient takes, or why none.',
  roles: ['coordinator', 'patient_proxy'],
  creates: false,
  generatedIds: [],
  decide: recordOfferResponse,
  possible: requireOffers,
};
