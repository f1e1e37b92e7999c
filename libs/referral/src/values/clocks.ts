/** The clocks of the service level policy that facts about a referral name. */
export const clockNames = [
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
export type ClockName = (typeof clockNames)[number];

/** What a clock came to: near its due time, past it, or stopped in time. */
export const slaOutcomes = ['warning', 'breached', 'met'] as const;
export type SlaOutcome = (typeof slaOutcomes)[number];

/** Why work on a referral rests. */
export const holdReasons = [
  'patient_unavailable',
  'patient_choice',
  'awaiting_payer',
  'awaiting_referrer',
  'clinical_not_ready',
  'legal',
  'other',
] as const;
export type HoldReason = (typeof holdReasons)[number];
