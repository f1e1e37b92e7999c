import type { CreatingUseCase, UseCase } from '../use-case';
import { acceptReferralUseCase } from './accept-referral';
import { acknowledgeReportUseCase } from './acknowledge-report';
import { addNoteUseCase } from './add-note';
import { amendReferralUseCase } from './amend-referral';
import { attachDocumentUseCase } from './attach-document';
import { cancelAppointmentUseCase } from './cancel-appointment';
import { closeReferralUseCase } from './close-referral';
import { composePackageUseCase } from './compose-package';
import { confirmCompleteUseCase } from './confirm-complete';
import { correctReferralDataUseCase } from './correct-referral-data';
import { coordinationUseCases } from './coordination';
import { declineReferralUseCase } from './decline-referral';
import { determineAuthorizationNeedUseCase } from './determine-authorization-need';
import { draftReferralUseCase } from './draft-referral';
import { forwardReportToReferrerUseCase } from './forward-report-to-referrer';
import { linkReferralUseCase } from './link-referral';
import { markEnteredInErrorUseCase } from './mark-entered-in-error';
import { offerCoverageAlternativesUseCase } from './offer-coverage-alternatives';
import { receiveReferralUseCase } from './receive-referral';
import { recordAttendanceUseCase } from './record-attendance';
import { recordConsultNoteUseCase } from './record-consult-note';
import { recordCoverageChangeUseCase } from './record-coverage-change';
import { recordDeliveryConfirmationUseCase } from './record-delivery-confirmation';
import { recordDocumentScanUseCase } from './record-document-scan';
import { recordInformationReceivedUseCase } from './record-information-received';
import { recordIntakeAssessmentUseCase } from './record-intake-assessment';
import { recordNoShowUseCase } from './record-no-show';
import { recordPatientCoverageDecisionUseCase } from './record-patient-coverage-decision';
import { recordReceiptAcknowledgedUseCase } from './record-receipt-acknowledged';
import { recordServiceNotCoveredUseCase } from './record-service-not-covered';
import { recordTransmissionOutcomeUseCase } from './record-transmission-outcome';
import { redirectReferralUseCase } from './redirect-referral';
import { reflectAuthorizationStatusUseCase } from './reflect-authorization-status';
import { reflectConsentStatusUseCase } from './reflect-consent-status';
import { reflectDestinationStatusUseCase } from './reflect-destination-status';
import { rejectRequirementItemUseCase } from './reject-requirement-item';
import { reopenReferralUseCase } from './reopen-referral';
import { requestEligibilityCheckUseCase } from './request-eligibility-check';
import { requestMissingInformationUseCase } from './request-missing-information';
import { rescheduleAppointmentUseCase } from './reschedule-appointment';
import { returnReferralIncompleteUseCase } from './return-referral-incomplete';
import { returnWithAdviceUseCase } from './return-with-advice';
import { scheduleAppointmentUseCase } from './schedule-appointment';
import { setUrgencyUseCase } from './set-urgency';
import { startTriageUseCase } from './start-triage';
import { submitReferralUseCase } from './submit-referral';
import { transmitPackageUseCase } from './transmit-package';
import { verifyEligibilityUseCase } from './verify-eligibility';
import { verifyRequirementItemUseCase } from './verify-requirement-item';
import { waiveRequirementItemUseCase } from './waive-requirement-item';
import { withdrawDocumentUseCase } from './withdraw-document';

/** What can be done with a referral, in the order of its life. */
export const useCases: readonly (UseCase | CreatingUseCase)[] = [
  receiveReferralUseCase,
  draftReferralUseCase,
  submitReferralUseCase,
  recordIntakeAssessmentUseCase,
  linkReferralUseCase,
  amendReferralUseCase,
  correctReferralDataUseCase,
  requestMissingInformationUseCase,
  recordInformationReceivedUseCase,
  verifyRequirementItemUseCase,
  rejectRequirementItemUseCase,
  waiveRequirementItemUseCase,
  returnReferralIncompleteUseCase,
  confirmCompleteUseCase,
  startTriageUseCase,
  setUrgencyUseCase,
  acceptReferralUseCase,
  declineReferralUseCase,
  redirectReferralUseCase,
  returnWithAdviceUseCase,
  requestEligibilityCheckUseCase,
  verifyEligibilityUseCase,
  recordCoverageChangeUseCase,
  determineAuthorizationNeedUseCase,
  reflectAuthorizationStatusUseCase,
  recordServiceNotCoveredUseCase,
  offerCoverageAlternativesUseCase,
  recordPatientCoverageDecisionUseCase,
  reflectDestinationStatusUseCase,
  attachDocumentUseCase,
  recordDocumentScanUseCase,
  withdrawDocumentUseCase,
  reflectConsentStatusUseCase,
  composePackageUseCase,
  transmitPackageUseCase,
  recordTransmissionOutcomeUseCase,
  recordDeliveryConfirmationUseCase,
  recordReceiptAcknowledgedUseCase,
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
  markEnteredInErrorUseCase,
  addNoteUseCase,
  ...coordinationUseCases,
];
