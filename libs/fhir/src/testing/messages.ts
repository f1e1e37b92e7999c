import type { Bundle, Coverage, FhirResource, Patient, Practitioner, ServiceRequest } from 'fhir/r4';

/** Synthetic messages for specifications: nobody in them exists. */

export const options = { tenantId: 'default', now: '2026-11-30T12:00:00.000Z' };

export const patient: Patient = { resourceType: 'Patient', id: 'patient-1' };

export const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: 'practitioner-1',
  name: [{ prefix: ['Dr'], given: ['Synthetic'], family: 'Referrer' }],
};

export const coverage: Coverage = {
  resourceType: 'Coverage',
  id: 'coverage-1',
  status: 'active',
  beneficiary: { reference: 'Patient/patient-1' },
  payor: [{ display: 'Synthetic Health Plan' }],
};

export const order: ServiceRequest = {
  resourceType: 'ServiceRequest',
  id: 'order-1',
  status: 'active',
  intent: 'order',
  code: {
    coding: [{ system: 'http://snomed.info/sct', code: '183519002', display: 'Referral to cardiology service' }],
  },
  subject: { reference: 'Patient/patient-1' },
  requester: { reference: 'Practitioner/practitioner-1' },
  authoredOn: '2026-11-02T09:30:00-05:00',
};

/** A transaction of these resources, each under its own id. */
export const bundle = (...resources: readonly FhirResource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: resources.map((resource) => ({ resource, request: { method: 'PUT', url: `${resource.resourceType}/x` } })),
});

/** A message with one order, changed as said, and all that it refers to. */
export const message = (changes: Partial<ServiceRequest> = {}): Bundle =>
  bundle({ ...order, ...changes }, patient, practitioner, coverage);

/** FHIRPath of the order in `message`. */
export const orderPath = 'Bundle.entry[0].resource';

/** The resource without some of its members. */
export const without = <Content extends object, Name extends keyof Content & string>(
  resource: Content,
  ...names: readonly Name[]
): Omit<Content, Name> =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !names.some((unwanted) => unwanted === name))) as Omit<
    Content,
    Name
  >;
