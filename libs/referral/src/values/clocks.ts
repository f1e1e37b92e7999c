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
