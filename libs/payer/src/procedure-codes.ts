import type { Coding } from '@referral/values';

/** Code systems of procedures that X12 names together, by the qualifier HC. */
export const procedureSystems = {
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
} as const;

/** Code system of diagnoses, X12 qualifiers ABK and ABF. */
export const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';

/** True when a code is one of CPT or HCPCS. */
export const isProcedure = ({ system }: Coding): boolean =>
  system === procedureSystems.cpt || system === procedureSystems.hcpcs;

/** A procedure with its system: codes of HCPCS level II begin with a letter, those of CPT with a digit. */
export const procedure = (code: string): Coding => ({
  system: /^\d/.test(code) ? procedureSystems.cpt : procedureSystems.hcpcs,
  code,
});
