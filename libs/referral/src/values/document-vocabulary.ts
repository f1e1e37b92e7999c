/** What the scan for malicious content found. */
export const scanResults = ['clean', 'threat_found', 'failed'] as const;
export type ScanResult = (typeof scanResults)[number];

/** How far the scan of a document is. */
export const scanStatuses = ['pending', ...scanResults] as const;
export type ScanStatus = (typeof scanStatuses)[number];

/** Why documents are disclosed: treatment, payment, operations, the patient's request, emergency treatment. */
export const purposesOfUse = ['TREAT', 'HPAYMT', 'HOPERAT', 'PATRQT', 'ETREAT'] as const;
export type PurposeOfUse = (typeof purposesOfUse)[number];

/** What became of a transmission. */
export const transmissionOutcomes = ['transmitted', 'failed'] as const;
export type TransmissionOutcome = (typeof transmissionOutcomes)[number];

/** How a consent stands. */
export const consentStatuses = ['not_required', 'required', 'granted', 'restricted', 'revoked', 'expired'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];
