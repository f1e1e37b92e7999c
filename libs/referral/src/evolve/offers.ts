import type { Offer } from '../coordination-facets';
import type {
  AppointmentOfferAccepted,
  AppointmentOfferDeclined,
  AppointmentOffered,
  BookingDeferredToProvider,
  EarlierAppointmentRequested,
  WaitlistJoined,
  WaitlistLeft,
} from '../events/offers';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

type OfferEvent =
  | AppointmentOffered
  | AppointmentOfferAccepted
  | AppointmentOfferDeclined
  | BookingDeferredToProvider
  | EarlierAppointmentRequested
  | WaitlistJoined
  | WaitlistLeft;

const offered = ({ data, occurredAt }: AppointmentOffered): Offer => ({
  offerId: data.offerId,
  slots: data.slots.map(({ start, end, mode }) => ({ start, end, mode })),
  via: data.offeredVia,
  offeredAt: occurredAt,
  response: null,
  taken: null,
});

const answer = (
  referral: RegisteredReferral,
  offerId: string,
  given: Pick<Offer, 'response' | 'taken'>,
): RegisteredReferral =>
  withFacets(referral, {
    offers: referral.facets.offers.map((offer) => (offer.offerId === offerId ? { ...offer, ...given } : offer)),
  });

/** The way to a booking: offers, the provider's own booking, waiting lists. */
export const evolveOffers = (referral: RegisteredReferral, event: OfferEvent): RegisteredReferral => {
  const { facets } = referral;
  switch (event.type) {
    case 'AppointmentOffered':
      return withFacets(referral, { offers: [...facets.offers, offered(event)] });
    case 'AppointmentOfferAccepted':
      return answer(referral, event.data.offerId, { response: 'accepted', taken: event.data.slot.start });
    case 'AppointmentOfferDeclined':
      return answer(referral, event.data.offerId, { response: 'declined', taken: null });
    case 'BookingDeferredToProvider': {
      const { to, expectedContactBy, reason } = event.data;
      return withFacets(referral, { deferral: { to, expectedContactBy, reason, since: event.occurredAt } });
    }
    case 'EarlierAppointmentRequested': {
      const asked = { appointmentId: event.data.appointmentId, reasonCode: event.data.justification.code };
      return withFacets(referral, { earlierRequests: [...facets.earlierRequests, asked] });
    }
    case 'WaitlistJoined': {
      const { destination, position = null, earliest = null } = event.data;
      return withFacets(referral, { waitlist: { destination, position, earliest, joinedAt: event.occurredAt } });
    }
    case 'WaitlistLeft':
      return withFacets(referral, { waitlist: null });
  }
};
