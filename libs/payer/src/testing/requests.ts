import type { AuthorizationInquiry, AuthorizationRequest } from '../authorization';
import type { EligibilityRequest } from '../eligibility';
import { icd10, procedureSystems } from '../procedure-codes';
import type { Partner } from '../x12/partner';

/** Synthetic parties and requests. */
export const partner: Partner = {
  sender: 'LEDGER',
  receiver: 'SYNTHPAYER',
  payerId: 'SYN01',
  payerName: 'Synthetic Health Plan',
  traceOriginator: '9000000001',
  usage: 'test',
};

export const writtenAt = '2026-11-02T14:30:00.000Z';

export const member = {
  memberId: 'AUTHREQ0001',
  lastName: 'Example',
  firstName: 'Sample',
  birthDate: '1980-02-29',
  sex: 'F',
} as const;

export const requester = { npi: '1234567893', name: 'Synthetic Coordination Desk' };

export const eligibilityRequest: EligibilityRequest = {
  traceNumber: 'trace-1',
  member,
  requester,
  serviceDate: '2026-11-16',
  serviceTypes: ['3', '98'],
};

export const authorizationRequest: AuthorizationRequest = {
  traceNumber: 'trace-2',
  member,
  requester,
  servicingProvider: { npi: '1987654328', name: 'Synthetic Heart Clinic' },
  level: 'expedited',
  category: 'specialty_care',
  serviceType: '3',
  placeOfService: '11',
  diagnoses: [
    { system: icd10, code: 'R00.2' },
    { system: icd10, code: 'I10' },
  ],
  services: [
    { code: { system: procedureSystems.cpt, code: '99244' }, units: 3, from: '2026-11-16', to: '2027-02-16' },
    { code: { system: procedureSystems.hcpcs, code: 'G0463' }, units: 2, from: '2026-11-16', to: '2027-02-16' },
  ],
};

export const authorizationInquiry: AuthorizationInquiry = {
  traceNumber: 'trace-3',
  payerReference: 'CASE-77',
  member,
  requester,
};
