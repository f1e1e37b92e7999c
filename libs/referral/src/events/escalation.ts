import type { ClockId } from '@referral/values';
import type { DelayCause, EscalationCause, EscalationLevel } from '../values/assignment';
import type { DeathSource } from '../values/dispute';
import type { Fact } from './event';

/** Someone higher up was called. */
export type ReferralEscalated = Fact<
  'ReferralEscalated',
  {
    readonly level: EscalationLevel;
    readonly to: string;
    readonly cause: EscalationCause;
    readonly clock?: ClockId;
  }
>;

/** Whoever was called has a plan. It carries no patient data. */
export type EscalationAcknowledged = Fact<'EscalationAcknowledged', { readonly by: string; readonly plan: string }>;

/** Where a delay comes from, and what is done about it. */
export type DelayCauseRecorded = Fact<
  'DelayCauseRecorded',
  {
    readonly cause: DelayCause;
    readonly clock?: ClockId;
    /** Carries no patient data. */
    readonly actionPlan: string;
    readonly patientInformedAt?: string;
  }
>;

/** What a clock came to, and by which promises. */
export interface ClockResult {
  readonly clock: ClockId;
  readonly cycle: number;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly pausedMinutes: number;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly computedAt: string;
}

/** A clock nears its due time. */
export type SlaWarningRaised = Fact<'SlaWarningRaised', ClockResult>;

/** A clock passed its due time. */
export type SlaBreached = Fact<'SlaBreached', ClockResult>;

/** A clock stopped in time. */
export type SlaMet = Fact<'SlaMet', ClockResult>;

/** Someone wants to be reminded. */
export type ReminderSet = Fact<
  'ReminderSet',
  {
    readonly reminderId: string;
    readonly dueAt: string;
    /** Carries no patient data. */
    readonly what: string;
  }
>;

/** A reminder has come due. */
export type ReminderFired = Fact<'ReminderFired', { readonly reminderId: string }>;

/** A reminder is no longer needed. */
export type ReminderCleared = Fact<'ReminderCleared', { readonly reminderId: string }>;

/** The patient has died. When is told by the patient's own record. */
export type PatientDeathReflected = Fact<'PatientDeathReflected', { readonly source: DeathSource }>;
