/** With whom someone tried to speak. */
export const contactParties = ['patient', 'proxy', 'referring_office', 'receiving_office', 'payer'] as const;
export type ContactParty = (typeof contactParties)[number];

export const contactDirections = ['out', 'in'] as const;
export type ContactDirection = (typeof contactDirections)[number];

/** What came of an attempt. */
export const contactOutcomes = [
  'reached',
  'left_message',
  'no_answer',
  'busy',
  'wrong_number',
  'undeliverable',
  'delivered',
  'replied',
  'refused',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Why an attempt to reach the patient does not count toward the outreach policy (I29). */
export type UncountedBecause = 'outside_permitted_hours' | 'same_day';

/** What keeps a patient from care. */
export const barrierTypes = [
  'transport',
  'financial',
  'language',
  'childcare',
  'work_schedule',
  'digital_access',
  'health_literacy',
  'housing',
  'mobility',
  'fear_or_anxiety',
  'other',
] as const;
export type BarrierType = (typeof barrierTypes)[number];

/** What became of a barrier. */
export const barrierResolutions = ['resolved', 'unresolved'] as const;
export type BarrierResolution = (typeof barrierResolutions)[number];
