import { clockResultKey } from '../clock-result';
import type { Reminder } from '../coordination-facets';
import type {
  ClockResult,
  DelayCauseRecorded,
  EscalationAcknowledged,
  PatientDeathReflected,
  ReferralEscalated,
  ReminderCleared,
  ReminderFired,
  ReminderSet,
  SlaBreached,
  SlaMet,
  SlaWarningRaised,
} from '../events/escalation';
import type { RegisteredReferral } from '../referral';
import type { SlaOutcome } from '../values/clocks';
import { withFacets } from './move';

type EscalationEvent =
  | ReferralEscalated
  | EscalationAcknowledged
  | DelayCauseRecorded
  | SlaWarningRaised
  | SlaBreached
  | SlaMet
  | ReminderSet
  | ReminderFired
  | ReminderCleared
  | PatientDeathReflected;

const remind = (referral: RegisteredReferral, reminderId: string, status: Reminder['status']): RegisteredReferral =>
  withFacets(referral, {
    reminders: referral.facets.reminders.map((reminder) =>
      reminder.reminderId === reminderId ? { ...reminder, status } : reminder,
    ),
  });

const resulted = (referral: RegisteredReferral, outcome: SlaOutcome, result: ClockResult): RegisteredReferral =>
  withFacets(referral, { clockResults: [...referral.facets.clockResults, clockResultKey(outcome, result)] });

/** Delay, and who was told of it. */
export const evolveEscalation = (referral: RegisteredReferral, event: EscalationEvent): RegisteredReferral => {
  const { facets } = referral;
  const at = event.occurredAt;
  switch (event.type) {
    case 'ReferralEscalated': {
      const { level, to, cause, clock = null } = event.data;
      return withFacets(referral, { escalation: { level, to, cause, clock, at, acknowledged: null } });
    }
    case 'EscalationAcknowledged': {
      const acknowledged = { by: event.data.by, at };
      return withFacets(referral, { escalation: facets.escalation && { ...facets.escalation, acknowledged } });
    }
    case 'DelayCauseRecorded': {
      const { cause, clock = null, actionPlan } = event.data;
      return withFacets(referral, { delays: [...facets.delays, { cause, clock, actionPlan, at }] });
    }
    case 'SlaWarningRaised':
      return resulted(referral, 'warning', event.data);
    case 'SlaBreached':
      return resulted(referral, 'breached', event.data);
    case 'SlaMet':
      return resulted(referral, 'met', event.data);
    case 'ReminderSet': {
      const { reminderId, dueAt, what } = event.data;
      return withFacets(referral, { reminders: [...facets.reminders, { reminderId, dueAt, what, status: 'set' }] });
    }
    case 'ReminderFired':
      return remind(referral, event.data.reminderId, 'fired');
    case 'ReminderCleared':
      return remind(referral, event.data.reminderId, 'cleared');
    case 'PatientDeathReflected':
      return withFacets(referral, { deceased: { source: event.data.source, since: at } });
  }
};
