/** How soon a patient must be seen, most urgent first. `expedited` is a fast track such as suspected cancer. */
export const urgencies = ['stat', 'urgent', 'expedited', 'routine'] as const;
export type Urgency = (typeof urgencies)[number];

/** Place in the order of urgency: 0 is the most urgent. */
export const urgencyRank = (urgency: Urgency): number => urgencies.indexOf(urgency);

/** Whether a referral comes to us, goes out from us, stays within, or goes to a community service. */
export const directions = ['incoming', 'outgoing', 'internal', 'community'] as const;
export type Direction = (typeof directions)[number];

/** How people and systems reach each other. */
export const channels = [
  'phone',
  'fax',
  'email',
  'ehr_fhir',
  'ehr_hl7v2',
  'direct_360x',
  'portal',
  'mail',
  'walk_in',
] as const;
export type Channel = (typeof channels)[number];

/** What a document is. */
export const documentKinds = [
  'referral_letter',
  'clinical_note',
  'lab',
  'imaging_report',
  'imaging_media',
  'medication_list',
  'insurance_card',
  'auth_form',
  'consent_form',
  'consult_note',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
