/** How soon a patient must be seen. The same words as the referral's. */
export type SlaUrgency = 'stat' | 'urgent' | 'expedited' | 'routine';

export type DurationUnit = 'minutes' | 'hours' | 'business_hours' | 'business_days' | 'calendar_days';

/** An allowed time. */
export interface AllowedTime {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** The clocks of a referral. */
export const clockIds = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K6',
  'K7',
  'K8',
  'K9',
  'K10',
  'K11',
  'K12',
  'K13',
  'K14',
  'K15',
] as const;
export type ClockId = (typeof clockIds)[number];

/** An event that starts or stops a clock, by its type and, where that is not enough, by fields of its data. */
export interface ClockTrigger {
  readonly type: string;
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

/** What a pause can rest on: the reason of a hold, or a question of the payer's. */
export type PauseReason =
  'patient_unavailable' | 'patient_choice' | 'awaiting_payer' | 'awaiting_referrer' | 'payer_requested_information';

/** One clock of a policy. */
export interface SlaClock {
  readonly clock: ClockId;
  readonly name: string;
  readonly startsOn: readonly ClockTrigger[];
  readonly stopsOn: readonly ClockTrigger[];
  readonly allowed: Readonly<Record<SlaUrgency, AllowedTime>>;
  /** Where referrals within the organisation have another time than those across its border. */
  readonly allowedInternal?: Readonly<Partial<Record<SlaUrgency, AllowedTime>>>;
  readonly pausableBy: readonly PauseReason[];
}

/** One version of the promises about time. It never changes; another promise is another version. */
export interface SlaPolicy {
  readonly id: string;
  readonly version: number;
  /** Calendar date from which clocks that start are bound to this version. */
  readonly effectiveFrom: string;
  readonly calendarId: string;
  /** Share of the allowed time after which a clock warns. */
  readonly warnAt: number;
  readonly clocks: readonly SlaClock[];
}
