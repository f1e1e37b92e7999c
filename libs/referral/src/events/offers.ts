import type { Channel, PartyRef, Reason } from '@referral/values';
import type { DeferralReason, Slot } from '../values/slot';
import type { Fact } from './event';

/** Times for a visit were offered to the patient. */
export type AppointmentOffered = Fact<
  'AppointmentOffered',
  {
    readonly offerId: string;
    readonly slots: readonly Slot[];
    readonly offeredVia: Channel;
    /** Whole days from the offer to its first slot. */
    readonly noticeDays: number;
    /** The notice is as long as the policy asks for. */
    readonly reasonable: boolean;
  }
>;

/** The patient took an offered time. */
export type AppointmentOfferAccepted = Fact<
  'AppointmentOfferAccepted',
  { readonly offerId: string; readonly slot: Slot }
>;

/** The patient took none of the offered times. */
export type AppointmentOfferDeclined = Fact<
  'AppointmentOfferDeclined',
  { readonly offerId: string; readonly reason: Reason }
>;

/** The provider books with the patient directly. */
export type BookingDeferredToProvider = Fact<
  'BookingDeferredToProvider',
  { readonly to: PartyRef; readonly expectedContactBy: string; readonly reason: DeferralReason }
>;

/** Someone asked the provider for an earlier time. */
export type EarlierAppointmentRequested = Fact<
  'EarlierAppointmentRequested',
  { readonly appointmentId: string; readonly justification: Reason; readonly peerCallTo?: string }
>;

/** The patient waits for a free slot. */
export type WaitlistJoined = Fact<
  'WaitlistJoined',
  { readonly destination: PartyRef; readonly position?: number; readonly earliest?: string }
>;

/** The patient no longer waits for a free slot. */
export type WaitlistLeft = Fact<'WaitlistLeft', { readonly destination: PartyRef; readonly reason?: Reason }>;
