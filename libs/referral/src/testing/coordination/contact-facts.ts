import { fact } from '../fact';
import { heartClinic, referringOffice } from '../parties';

/** Wednesday morning: nobody answers. */
export const attempted = fact('ContactAttempted', '2026-03-04T10:00:00-05:00', {
  attemptId: 'attempt-1',
  party: 'patient',
  channel: 'phone',
  direction: 'out',
  outcome: 'no_answer',
  language: 'es-US',
  interpreter: { type: 'phone', id: 'interpreter-1' },
  countsTowardPolicy: true,
  policyId: 'default',
  policyVersion: 1,
  note: 'The neighbour says they are away.',
  durationSec: 40,
});

export const patientInformed = fact('StatusUpdateGiven', '2026-03-04T11:00:00-05:00', {
  to: { id: 'patient-1', type: 'patient' },
  status: 'accepted',
  channel: 'phone',
  teachBack: true,
});

/** The referrer is told how it stands. */
export const referrerInformed = fact('StatusUpdateGiven', '2026-03-04T11:05:00-05:00', {
  to: referringOffice,
  status: 'unable_to_contact',
  channel: 'fax',
});

export const exhausted = fact('OutreachExhausted', '2026-03-26T09:00:00-04:00', {
  policyId: 'default',
  policyVersion: 1,
  attempts: 3,
  distinctDays: 3,
  letterSentAt: '2026-03-11T12:00:00-04:00',
  noticeToReferrerAt: '2026-03-11T12:00:00-04:00',
});

export const barrierIdentified = fact('BarrierIdentified', '2026-03-04T11:10:00-05:00', {
  barrierId: 'barrier-1',
  type: 'transport',
  severity: 2,
  blocksScheduling: false,
});

export const resourceConnected = fact('BarrierResourceConnected', '2026-03-04T11:20:00-05:00', {
  barrierId: 'barrier-1',
  directoryEntryId: 'rides-1',
  communityReferralId: 'referral-9',
  consentId: 'consent-1',
});

export const barrierResolved = fact('BarrierResolved', '2026-03-05T09:00:00-05:00', {
  barrierId: 'barrier-1',
  outcome: { code: 'ride_booked' },
});

export const barrierUnresolved = fact('BarrierUnresolved', '2026-03-05T09:00:00-05:00', {
  barrierId: 'barrier-1',
  outcome: { code: 'no_service' },
});

export const interpreterArranged = fact('InterpreterArranged', '2026-03-04T12:00:00-05:00', {
  language: 'es-US',
  mode: 'video',
  vendor: 'Clear Voice',
});

export const interpreterDeclined = fact('InterpreterDeclined', '2026-03-04T12:00:00-05:00', { language: 'es-US' });

/** A time three weeks later. */
export const slot = {
  start: '2026-03-25T10:00:00-04:00',
  end: '2026-03-25T10:30:00-04:00',
  location: 'Main building',
  mode: 'in_person',
} as const;

export const offered = fact('AppointmentOffered', '2026-03-04T10:00:00-05:00', {
  offerId: 'offer-1',
  slots: [slot],
  offeredVia: 'phone',
  noticeDays: 20,
  reasonable: false,
});

export const offerAccepted = fact('AppointmentOfferAccepted', '2026-03-05T10:00:00-05:00', {
  offerId: 'offer-1',
  slot,
});

export const offerDeclined = fact('AppointmentOfferDeclined', '2026-03-05T10:00:00-05:00', {
  offerId: 'offer-1',
  reason: { code: 'too_far' },
});

export const deferred = fact('BookingDeferredToProvider', '2026-03-04T10:30:00-05:00', {
  to: heartClinic,
  expectedContactBy: '2026-03-09T17:00:00-04:00',
  reason: 'no_slots',
});

export const earlierRequested = fact('EarlierAppointmentRequested', '2026-03-04T10:30:00-05:00', {
  appointmentId: 'appointment-1',
  justification: { code: 'deterioration' },
  peerCallTo: 'provider-1',
});

export const waiting = fact('WaitlistJoined', '2026-03-04T10:40:00-05:00', {
  destination: heartClinic,
  position: 7,
  earliest: '2026-03-09',
});

export const waitlistLeft = fact('WaitlistLeft', '2026-03-06T10:00:00-05:00', {
  destination: heartClinic,
  reason: { code: 'booked' },
});
