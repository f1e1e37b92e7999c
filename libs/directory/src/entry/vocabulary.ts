/** What a directory entry can stand for. */
export const entryKinds = ['specialist', 'facility', 'diagnostic', 'community'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How it stands with the network of a plan. */
export const networkStatuses = ['in_network', 'out_of_network', 'pending'] as const;
export type NetworkStatus = (typeof networkStatuses)[number];

/** Whether new patients are taken. */
export const capacityStatuses = ['open', 'limited', 'waitlist', 'closed', 'assessment_required'] as const;
export type CapacityStatus = (typeof capacityStatuses)[number];

/** How an entry was verified. */
export const verificationMethods = ['phone', 'email', 'website', 'portal', 'visit', 'registry'] as const;
export type VerificationMethod = (typeof verificationMethods)[number];
