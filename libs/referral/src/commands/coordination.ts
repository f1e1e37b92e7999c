import type { UseCase } from '../use-case';
import { acknowledgeEscalationUseCase } from './acknowledge-escalation';
import { arrangeInterpreterUseCase } from './arrange-interpreter';
import { assignReferralUseCase } from './assign-referral';
import { claimReferralUseCase } from './claim-referral';
import { clearReminderUseCase } from './clear-reminder';
import { completeFollowUpUseCase } from './complete-follow-up';
import { confirmCancellationUseCase } from './confirm-cancellation';
import { connectResourceUseCase } from './connect-resource';
import { coverReferralUseCase } from './cover-referral';
import { deferBookingToProviderUseCase } from './defer-booking-to-provider';
import { endCoverUseCase } from './end-cover';
import { escalateReferralUseCase } from './escalate-referral';
import { exhaustOutreachUseCase } from './exhaust-outreach';
import { expireReferralUseCase } from './expire-referral';
import { extendValidityUseCase } from './extend-validity';
import { fireReminderUseCase } from './fire-reminder';
import { identifyBarrierUseCase } from './identify-barrier';
import { joinWaitlistUseCase } from './join-waitlist';
import { leaveWaitlistUseCase } from './leave-waitlist';
import { offerAppointmentUseCase } from './offer-appointment';
import { placeHoldUseCase } from './place-hold';
import { planFollowUpUseCase } from './plan-follow-up';
import { raiseNecessityDisputeUseCase } from './raise-necessity-dispute';
import { recordContactAttemptUseCase } from './record-contact-attempt';
import { recordDelayUseCase } from './record-delay';
import { recordDisputePositionUseCase } from './record-dispute-position';
import { recordInterpreterDeclinedUseCase } from './record-interpreter-declined';
import { recordOfferResponseUseCase } from './record-offer-response';
import { recordServiceConfirmationUseCase } from './record-service-confirmation';
import { recordSlaOutcomeUseCase } from './record-sla-outcome';
import { recordStatusUpdateGivenUseCase } from './record-status-update-given';
import { reflectPatientDeathUseCase } from './reflect-patient-death';
import { refuseCancellationUseCase } from './refuse-cancellation';
import { rejectConsultNoteUseCase } from './reject-consult-note';
import { releaseHoldUseCase } from './release-hold';
import { releaseReferralUseCase } from './release-referral';
import { requestCancellationUseCase } from './request-cancellation';
import { requestEarlierAppointmentUseCase } from './request-earlier-appointment';
import { requestReportUseCase } from './request-report';
import { resolveBarrierUseCase } from './resolve-barrier';
import { resolveNecessityDisputeUseCase } from './resolve-necessity-dispute';
import { scheduleDisputeConferenceUseCase } from './schedule-dispute-conference';
import { setReminderUseCase } from './set-reminder';
import { withdrawCancellationRequestUseCase } from './withdraw-cancellation-request';

/** What people do around a referral, in the order of the table of transitions. */
export const coordinationUseCases: readonly UseCase[] = [
  recordContactAttemptUseCase,
  recordStatusUpdateGivenUseCase,
  exhaustOutreachUseCase,
  identifyBarrierUseCase,
  connectResourceUseCase,
  resolveBarrierUseCase,
  arrangeInterpreterUseCase,
  recordInterpreterDeclinedUseCase,
  offerAppointmentUseCase,
  recordOfferResponseUseCase,
  deferBookingToProviderUseCase,
  requestEarlierAppointmentUseCase,
  joinWaitlistUseCase,
  leaveWaitlistUseCase,
  requestReportUseCase,
  rejectConsultNoteUseCase,
  recordServiceConfirmationUseCase,
  planFollowUpUseCase,
  completeFollowUpUseCase,
  requestCancellationUseCase,
  confirmCancellationUseCase,
  refuseCancellationUseCase,
  withdrawCancellationRequestUseCase,
  placeHoldUseCase,
  releaseHoldUseCase,
  extendValidityUseCase,
  expireReferralUseCase,
  assignReferralUseCase,
  claimReferralUseCase,
  releaseReferralUseCase,
  coverReferralUseCase,
  endCoverUseCase,
  escalateReferralUseCase,
  acknowledgeEscalationUseCase,
  recordDelayUseCase,
  recordSlaOutcomeUseCase,
  setReminderUseCase,
  fireReminderUseCase,
  clearReminderUseCase,
  reflectPatientDeathUseCase,
  raiseNecessityDisputeUseCase,
  recordDisputePositionUseCase,
  scheduleDisputeConferenceUseCase,
  resolveNecessityDisputeUseCase,
];
