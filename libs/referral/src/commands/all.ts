import type { CreatingUseCase, UseCase } from '../use-case';
import { acceptReferralUseCase } from './accept-referral';
import { acknowledgeReportUseCase } from './acknowledge-report';
import { addNoteUseCase } from './add-note';
import { cancelAppointmentUseCase } from './cancel-appointment';
import { closeReferralUseCase } from './close-referral';
import { declineReferralUseCase } from './decline-referral';
import { forwardReportToReferrerUseCase } from './forward-report-to-referrer';
import { receiveReferralUseCase } from './receive-referral';
import { recordAttendanceUseCase } from './record-attendance';
import { recordConsultNoteUseCase } from './record-consult-note';
import { recordInformationReceivedUseCase } from './record-information-received';
import { recordNoShowUseCase } from './record-no-show';
import { reopenReferralUseCase } from './reopen-referral';
import { requestMissingInformationUseCase } from './request-missing-information';
import { rescheduleAppointmentUseCase } from './reschedule-appointment';
import { scheduleAppointmentUseCase } from './schedule-appointment';
import { setUrgencyUseCase } from './set-urgency';
import { startTriageUseCase } from './start-triage';
import { verifyEligibilityUseCase } from './verify-eligibility';

/** What can be done with a referral, in the order of its life. */
export const useCases: readonly (UseCase | CreatingUseCase)[] = [
  receiveReferralUseCase,
  requestMissingInformationUseCase,
  recordInformationReceivedUseCase,
  startTriageUseCase,
  setUrgencyUseCase,
  acceptReferralUseCase,
  declineReferralUseCase,
  verifyEligibilityUseCase,
  scheduleAppointmentUseCase,
  rescheduleAppointmentUseCase,
  cancelAppointmentUseCase,
  recordAttendanceUseCase,
  recordNoShowUseCase,
  recordConsultNoteUseCase,
  forwardReportToReferrerUseCase,
  acknowledgeReportUseCase,
  closeReferralUseCase,
  reopenReferralUseCase,
  addNoteUseCase,
];
