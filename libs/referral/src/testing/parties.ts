import type { Actor } from '@referral/eventsourcing';
import type { Coding, PartyRef, Role } from '@referral/values';

/** Synthetic parties and codes of the specs. */
export const referringOffice: PartyRef = { id: 'office-1', type: 'office', name: 'Referring office' };
export const heartClinic: PartyRef = { id: 'clinic-1', type: 'facility', name: 'Heart clinic' };
export const cityClinic: PartyRef = { id: 'clinic-3', type: 'facility', name: 'City clinic' };
export const cardiologist: PartyRef = { id: 'provider-1', type: 'provider' };
export const cardiology: Coding = { system: 'http://example.org/specialties', code: 'cardiology' };
export const consultation: Coding = { system: 'http://example.org/services', code: 'consultation' };

/** Someone with some roles. */
export const actor = (userId: string, ...roles: readonly Role[]): Actor => ({ userId, kind: 'human', roles });

export const coordinator = actor('coordinator-1', 'coordinator');
export const reviewer = actor('reviewer-1', 'clinical_reviewer');
export const lead = actor('lead-1', 'lead', 'coordinator');
export const auditor = actor('auditor-1', 'compliance');
/** Someone who may do everything that changes a referral. */
export const everyone = actor(
  'user-1',
  'intake',
  'coordinator',
  'auth_specialist',
  'clinical_reviewer',
  'lead',
  'referring_party',
  'receiving_party',
  'integration',
  'privacy_officer',
  'patient_proxy',
  'system',
);
