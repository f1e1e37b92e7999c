import { pick } from '@referral/values';
import { ArrangeInterpreter } from '../../commands/arrange-interpreter';
import { ConnectResource } from '../../commands/connect-resource';
import { DeferBookingToProvider } from '../../commands/defer-booking-to-provider';
import { ExhaustOutreach } from '../../commands/exhaust-outreach';
import { IdentifyBarrier } from '../../commands/identify-barrier';
import { JoinWaitlist } from '../../commands/join-waitlist';
import { LeaveWaitlist } from '../../commands/leave-waitlist';
import { OfferAppointment } from '../../commands/offer-appointment';
import { RecordContactAttempt } from '../../commands/record-contact-attempt';
import { RecordInterpreterDeclined } from '../../commands/record-interpreter-declined';
import { RecordOfferResponse } from '../../commands/record-offer-response';
import { RecordStatusUpdateGiven } from '../../commands/record-status-update-given';
import { RequestEarlierAppointment } from '../../commands/request-earlier-appointment';
import { ResolveBarrier } from '../../commands/resolve-barrier';
import { order } from '../order';
import * as facts from './contact-facts';

export const attempt = order(RecordContactAttempt, facts.attempted.occurredAt, {
  ...pick(facts.attempted.data, 'attemptId', 'party', 'channel', 'direction', 'outcome', 'language', 'interpreter'),
  note: 'The neighbour says they are away.',
  durationSec: 40,
});
export const informPatient = order(
  RecordStatusUpdateGiven,
  facts.patientInformed.occurredAt,
  facts.patientInformed.data,
);
export const exhaust = order(ExhaustOutreach, facts.exhausted.occurredAt, {
  ...pick(facts.exhausted.data, 'letterSentAt', 'noticeToReferrerAt'),
  reason: { code: 'moved_away' },
});
export const identifyBarrier = order(IdentifyBarrier, facts.barrierIdentified.occurredAt, facts.barrierIdentified.data);
export const connectResource = order(ConnectResource, facts.resourceConnected.occurredAt, facts.resourceConnected.data);
export const resolveBarrier = order(ResolveBarrier, facts.barrierResolved.occurredAt, {
  ...facts.barrierResolved.data,
  resolution: 'resolved',
});
export const arrangeInterpreter = order(
  ArrangeInterpreter,
  facts.interpreterArranged.occurredAt,
  facts.interpreterArranged.data,
);
export const declineInterpreter = order(
  RecordInterpreterDeclined,
  facts.interpreterDeclined.occurredAt,
  facts.interpreterDeclined.data,
);
export const offer = order(OfferAppointment, facts.offered.occurredAt, {
  ...pick(facts.offered.data, 'offerId', 'slots', 'offeredVia'),
});
export const takeOffer = order(RecordOfferResponse, facts.offerAccepted.occurredAt, {
  ...facts.offerAccepted.data,
  response: 'accepted',
});
export const declineOffer = order(RecordOfferResponse, facts.offerDeclined.occurredAt, {
  ...facts.offerDeclined.data,
  response: 'declined',
});
export const defer = order(DeferBookingToProvider, facts.deferred.occurredAt, facts.deferred.data);
export const askEarlier = order(
  RequestEarlierAppointment,
  facts.earlierRequested.occurredAt,
  facts.earlierRequested.data,
);
export const joinWaitlist = order(JoinWaitlist, facts.waiting.occurredAt, facts.waiting.data);
export const leaveWaitlist = order(LeaveWaitlist, facts.waitlistLeft.occurredAt, facts.waitlistLeft.data);
