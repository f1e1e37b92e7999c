/** Who may do something, as the identity provider or the caller's headers say it. */
export const roles = [
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
  'analyst',
  'admin',
  'integration',
  'system',
] as const;
export type Role = (typeof roles)[number];
