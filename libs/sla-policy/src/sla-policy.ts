import type { ClockId, Urgency } from '@referral/values';

export const durationUnits = ['minutes', 'hours', 'business_hours', 'business_days', 'calendar_days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** An allowed time. */
export interface AllowedTime {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** An event that starts or stops a clock, by its type and, where that is not enough, by fields of its data. */
export interface ClockTrigger {
  readonly type: string;
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

/** What a pause can rest on, as it is written in policies. */
export const pauseReasons = [
  'patient_unavailable',
  'patient_choice',
  'awaiting_payer',
  'awaiting_referrer',
  'payer_requested_information',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Who hears of a clock after which share of its time: 1 is the due time. */
export interface EscalationLevel {
  readonly atFraction: number;
  readonly level: 1 | 2 | 3;
  /** A role or a team. */
  readonly to: string;
}

/** One clock of a policy. */
export interface SlaClock {
  readonly clock: ClockId;
  readonly name: string;
  readonly startsOn: readonly ClockTrigger[];
  readonly stopsOn: readonly ClockTrigger[];
  readonly allowed: Readonly<Record<Urgency, AllowedTime>>;
  /** Where referrals within the organisation have another time than those across its border. */
  readonly allowedInternal?: Readonly<Partial<Record<Urgency, AllowedTime>>>;
  /** Share of the allowed time after which the clock warns. */
  readonly warnAt: number;
  readonly pausableBy: readonly PauseReason[];
  readonly escalationLevels: readonly EscalationLevel[];
}

/** One version of the promises about time. It never changes; another promise is another version. */
export interface SlaPolicy {
  readonly id: string;
  readonly version: number;
  /** Instant from which clocks that start are bound to this version. */
  readonly effectiveFrom: string;
  readonly calendarId: string;
  readonly clocks: readonly SlaClock[];
}
