import type { RecordedEvent } from '@referral/eventsourcing';
import type {
  DisputePositionRecorded,
  NecessityDisputeRaised,
  NecessityDisputeResolved,
  ReferralEvent,
} from '@referral/referral';

type DisputeEvent = NecessityDisputeRaised | DisputePositionRecorded | NecessityDisputeResolved;

interface Clinical {
  readonly clinicalQuestion?: string | null;
  readonly diagnoses?: readonly unknown[] | null;
  readonly advice?: string | null;
  readonly notes: readonly object[];
  readonly amendments: readonly object[];
  readonly corrections: readonly object[];
  readonly assessments: readonly object[];
  /** What was noted about attempts to reach someone. */
  readonly contacts: readonly object[];
  /** Grounds, positions and summaries of disputes, in their order. */
  readonly disputes: readonly object[];
}

const withDispute = (clinical: Clinical, event: RecordedEvent<DisputeEvent>, said: object): Clinical => ({
  ...clinical,
  disputes: [
    ...clinical.disputes,
    { disputeId: event.data.disputeId, ...said, by: event.metadata.actor.userId, at: event.occurredAt },
  ],
});

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
        case 'ContactAttempted': {
          if (event.data.note === undefined) return clinical;
          const { attemptId, note } = event.data;
          return { ...clinical, contacts: [...clinical.contacts, { attemptId, note, at: event.occurredAt }] };
        }
        case 'NecessityDisputeRaised':
          return withDispute(clinical, event, { grounds: event.data.grounds });
        case 'DisputePositionRecorded':
          return withDispute(clinical, event, { party: event.data.party, rationale: event.data.rationale });
        case 'NecessityDisputeResolved':
          return withDispute(clinical, event, { summary: event.data.summary });
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
        case 'StatusUpdateGiven':
        case 'OutreachExhausted':
        case 'BarrierIdentified':
        case 'BarrierResourceConnected':
        case 'BarrierResolved':
        case 'BarrierUnresolved':
        case 'InterpreterArranged':
        case 'InterpreterDeclined':
        case 'AppointmentOffered':
        case 'AppointmentOfferAccepted':
        case 'AppointmentOfferDeclined':
        case 'BookingDeferredToProvider':
        case 'EarlierAppointmentRequested':
        case 'WaitlistJoined':
        case 'WaitlistLeft':
        case 'ReportRequested':
        case 'ConsultNoteRejected':
        case 'ServiceConfirmed':
        case 'FollowUpPlanned':
        case 'FollowUpCompleted':
        case 'CancellationRequested':
        case 'ReferralCancelled':
        case 'CancellationRefused':
        case 'CancellationRequestWithdrawn':
        case 'HoldPlaced':
        case 'HoldReleased':
        case 'ReferralValidityExtended':
        case 'ReferralExpired':
        case 'ReferralAssigned':
        case 'ReferralClaimed':
        case 'ReferralReleased':
        case 'ReferralCoverageStarted':
        case 'ReferralCoverageEnded':
        case 'ReferralEscalated':
        case 'EscalationAcknowledged':
        case 'DelayCauseRecorded':
        case 'SlaWarningRaised':
        case 'SlaBreached':
        case 'SlaMet':
        case 'ReminderSet':
        case 'ReminderFired':
        case 'ReminderCleared':
        case 'PatientDeathReflected':
        case 'DisputeConferenceScheduled':
          return clinical;
      }
    },
    { notes: [], amendments: [], corrections: [], assessments: [], contacts: [], disputes: [] },
  );
