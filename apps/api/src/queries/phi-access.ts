import type { Actor } from '@referral/eventsourcing';

/** Roles that work with identified patients. The others see facts without protected health information. */
const mayRead: readonly string[] = [
  'intake',
  'coordinator',
  'auth_specialist',
  'clinical_reviewer',
  'lead',
  'referring_party',
  'receiving_party',
  'patient_proxy',
  'compliance',
  'privacy_officer',
  'integration',
];

/** Whether the caller may see protected health information. */
export const mayReadPhi = ({ roles }: Actor): boolean => roles.some((role) => mayRead.includes(role));
