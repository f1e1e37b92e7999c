import { randomUUID } from 'node:crypto';

/** A synthetic FHIR R4 order for a cardiology visit, unlike any that was sent before. */
export const orderMessage = (authoredOn: string, priority: 'routine' | 'urgent'): object => {
  const [patient, practitioner, coverage, order] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const resources = [
    { resourceType: 'Patient', id: patient },
    { resourceType: 'Practitioner', id: practitioner },
    {
      resourceType: 'Coverage',
      id: coverage,
      status: 'active',
      beneficiary: { reference: `Patient/${patient}` },
      payor: [{ display: 'Synthetic Health Plan' }],
    },
    {
      resourceType: 'ServiceRequest',
      id: order,
      identifier: [{ system: 'urn:synthetic:orders', value: order }],
      status: 'active',
      intent: 'order',
      priority,
      code: {
        coding: [{ system: 'http://snomed.info/sct', code: '183519002', display: 'Referral to cardiology service' }],
      },
      subject: { reference: `Patient/${patient}` },
      requester: { reference: `Practitioner/${practitioner}` },
      insurance: [{ reference: `Coverage/${coverage}` }],
      authoredOn,
      reasonCode: [{ text: 'Palpitations on exertion, synthetic case' }],
    },
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({
      fullUrl: `https://ehr.example/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
};
