/** How a request reaches a payer. */
export const submissionMethods = ['x12_278', 'fhir_pas', 'portal', 'fax', 'phone'] as const;
export type SubmissionMethod = (typeof submissionMethods)[number];

/** What becomes of a refusal that somebody objects to. */
export const reviewOutcomes = ['overturned', 'upheld'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What a talk between clinicians can end in; `pending`: the payer has yet to say. */
export const peerToPeerOutcomes = [...reviewOutcomes, 'pending'] as const;
export type PeerToPeerOutcome = (typeof peerToPeerOutcomes)[number];
