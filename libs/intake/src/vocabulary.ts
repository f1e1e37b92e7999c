/** Who can call about a referral. */
export const callerTypes = ['patient', 'family', 'office', 'agency'] as const;
export type CallerType = (typeof callerTypes)[number];

/** Who or what read a field. */
export const readers = ['ocr', 'human', 'parser'] as const;
export type Reader = (typeof readers)[number];

/** How it became known whom an item is about. */
export const matchMethods = ['identifier', 'demographic_review', 'new_patient'] as const;
export type MatchMethod = (typeof matchMethods)[number];

/** Why an item may be known already. */
export const duplicateBases = ['external_id', 'patient_service_window', 'document_hash'] as const;
export type DuplicateBasis = (typeof duplicateBases)[number];

/** As what an item joins a referral. */
export const attachments = ['document', 'amendment', 'consult_note', 'status_update', 'payer_response'] as const;
export type Attachment = (typeof attachments)[number];
