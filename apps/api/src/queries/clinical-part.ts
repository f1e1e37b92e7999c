import type { RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';

interface Clinical {
  readonly clinicalQuestion?: string | null;
  readonly diagnoses?: readonly unknown[] | null;
  readonly advice?: string | null;
  readonly notes: readonly object[];
  readonly amendments: readonly object[];
  readonly corrections: readonly object[];
  readonly assessments: readonly object[];
}

/** What the events of a referral say about the patient; `null` where the patient's key was destroyed. */
export const clinicalPart = (events: readonly RecordedEvent[]): Clinical =>
  (events as readonly RecordedEvent<ReferralEvent>[]).reduce<Clinical>(
    (clinical, event) => {
      switch (event.type) {
        case 'ReferralReceived': {
          const { clinicalQuestion, diagnoses } = event.data;
          return { ...clinical, clinicalQuestion, diagnoses };
        }
        case 'ReferralDeclined':
          return event.data.advice === undefined ? clinical : { ...clinical, advice: event.data.advice };
        case 'NoteAdded': {
          const { noteId, text, visibility } = event.data;
          const note = { noteId, text, visibility, by: event.metadata.actor.userId, at: event.occurredAt };
          return { ...clinical, notes: [...clinical.notes, note] };
        }
        case 'ReferralReturnedWithAdvice':
          return { ...clinical, advice: event.data.advice };
        case 'ReferralAmended': {
          const { amendmentId, changes } = event.data;
          return { ...clinical, amendments: [...clinical.amendments, { amendmentId, changes, at: event.occurredAt }] };
        }
        case 'ReferralDataCorrected': {
          const { correctionId, field, old, new: corrected } = event.data;
          const correction = { correctionId, field, old, new: corrected, at: event.occurredAt };
          return { ...clinical, corrections: [...clinical.corrections, correction] };
        }
        case 'IntakeAssessmentRecorded': {
          const { assessmentId, questionnaireId, version, answers } = event.data;
          const assessment = { assessmentId, questionnaireId, version, answers, at: event.occurredAt };
          return { ...clinical, assessments: [...clinical.assessments, assessment] };
        }
        case 'InformationRequested':
        case 'InformationReceived':
        case 'ReferralCompletenessReached':
        case 'TriageStarted':
        case 'UrgencyAssigned':
        case 'ReferralAccepted':
        case 'EligibilityVerified':
        case 'AppointmentScheduled':
        case 'AppointmentRescheduled':
        case 'AppointmentCancelled':
        case 'AppointmentAttended':
        case 'AppointmentMissed':
        case 'ConsultNoteReceived':
        case 'ReportForwarded':
        case 'ReportAcknowledged':
        case 'ReferralClosed':
        case 'ReferralReopened':
        case 'ReferralDrafted':
        case 'ReferralSubmitted':
        case 'ReferralLinked':
        case 'ReferralMarkedEnteredInError':
        case 'RequirementItemVerified':
        case 'RequirementItemRejected':
        case 'RequirementItemWaived':
        case 'ReferralReturnedIncomplete':
        case 'ReferralRedirected':
        case 'EligibilityCheckRequested':
        case 'CoverageChanged':
        case 'AuthorizationNeedDetermined':
        case 'AuthorizationStatusReflected':
        case 'ServiceNotCoveredRecorded':
        case 'CoverageAlternativesOffered':
        case 'PatientCoverageDecisionRecorded':
        case 'DestinationStatusReflected':
        case 'DocumentAttached':
        case 'DocumentScanned':
        case 'DocumentWithdrawn':
        case 'ReferralPackageComposed':
        case 'PackageTransmissionRequested':
        case 'PackageTransmitted':
        case 'PackageTransmissionFailed':
        case 'PackageDeliveryConfirmed':
        case 'PackageReceiptAcknowledged':
        case 'ConsentStatusReflected':
          return clinical;
      }
    },
    { notes: [], amendments: [], corrections: [], assessments: [] },
  );
