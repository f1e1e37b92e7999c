import type { Actor } from '@referral/eventsourcing';
import type { Role } from '@referral/values';

/** Roles that work with identified patients. Whoever has none of them sees facts without protected health information. */
const mayRead: readonly Role[] = [
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
export const mayReadPhi = ({ roles }: Actor): boolean =>
  roles.some((role) => (mayRead as readonly string[]).includes(role));
