import type { RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';

interface Clinical {
  readonly clinicalQuestion?: string | null;
  readonly diagnoses?: readonly unknown[] | null;
  readonly advice?: string | null;
  readonly notes: readonly object[];
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
          return clinical;
      }
    },
    { notes: [] },
  );
