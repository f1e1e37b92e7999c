import { describe, expect, it } from '@jest/globals';
import { version } from 'uuid';
import type { Patient } from 'fhir/r4';
import { bundle, message, order, orderPath, patient, practitioner, without } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const uuid = '0b4a1c7e-2f5d-4c3b-9a8e-6d7f8a9b0c1d';
const server = 'https://ehr.example/fhir';
const about = (reference: string) => ({ ...order, subject: { reference } });

describe('a reference within a Bundle', () => {
  it('finds a resource by type and id, of whatever version', () => {
    expect(bodyOf(bundle(about('Patient/patient-1/_history/3'), patient, practitioner)).patientId).toBe(
      bodyOf(message()).patientId,
    );
  });

  it('finds a resource that has no id yet by its fullUrl', () => {
    const entry = [
      { resource: about(`urn:uuid:${uuid}`) },
      { fullUrl: `urn:uuid:${uuid}`, resource: without(patient, 'id') },
      { resource: practitioner },
    ];
    expect(version(bodyOf({ ...bundle(), entry }).patientId)).toBe(5);
  });

  it('finds, when it is relative, the resource of its own server first', () => {
    const at = (base: string, resource: object, type: string, id: string) => ({
      fullUrl: `${base}/${type}/${id}`,
      resource,
    });
    const entry = [
      at(server, about('Patient/patient-1'), 'ServiceRequest', 'order-1'),
      at('https://other.example/fhir', patient, 'Patient', 'patient-1'),
      at(server, patient, 'Patient', 'patient-1'),
      at(server, practitioner, 'Practitioner', 'practitioner-1'),
    ];
    const absolute = [at(server, about(`${server}/Patient/patient-1`), 'ServiceRequest', 'order-1'), ...entry.slice(1)];
    const [relative, named] = [entry, absolute].map((each) => bodyOf({ ...bundle(), entry: each }).patientId);
    expect(relative).toBe(named);
  });

  it.each([
    ['names nobody of the message', 'Patient/nobody'],
    ['names a server that the message does not know', `${server}/Patient/patient-1`],
    ['is a search', 'Patient?identifier=1'],
    ['names nothing that is contained', '#nobody'],
    ['tries to reach a prototype', '__proto__'],
  ])('is refused when it %s', (_, reference) => {
    expect(refusals(bundle(about(reference), patient, practitioner))).toEqual([
      `not-found ${orderPath}.subject.reference`,
    ]);
  });

  it('is refused when it says in other words whom it means', () => {
    const subject = { identifier: { system: 'urn:example:mrn', value: '1' }, display: 'Somebody' };
    expect(refusals(bundle({ ...order, subject }, patient, practitioner))).toEqual([`not-found ${orderPath}.subject`]);
  });

  it('is refused when it fits two resources', () => {
    expect(refusals(bundle(order, patient, patient, practitioner))).toContain(
      `multiple-matches ${orderPath}.subject.reference`,
    );
  });

  it('is refused when an extension changes the meaning of what it finds', () => {
    const modifierExtension = [{ url: 'urn:example:not-a-person', valueBoolean: true }];
    expect(refusals(bundle(order, { ...patient, modifierExtension }, practitioner))).toEqual([
      'extension Bundle.entry[1].resource.modifierExtension[0]',
    ]);
  });
});

describe('a contained resource', () => {
  const inside: Patient = { resourceType: 'Patient', id: 'p' };
  const containing = (id: string) => ({ ...about('#p'), id, contained: [inside] });

  it('is found, and is nobody else than its container says', () => {
    const [one, two] = ['order-1', 'order-2'].map((id) => bodyOf(bundle(containing(id), practitioner)).patientId);
    expect(one).not.toBe(two);
  });

  it('is told apart by the identifier of a container without id', () => {
    const known = (value: string) => {
      const identifier = [{ system: 'urn:example:orders', value }];
      const entry = [{ resource: { ...without(containing('x'), 'id'), identifier } }, { resource: practitioner }];
      return bodyOf({ ...bundle(), entry }).patientId;
    };
    expect(known('1')).not.toBe(known('2'));
    expect(known('1')).toBe(known('1'));
  });
});

describe('an order that comes alone', () => {
  it('is taken at its word about what its sender keeps', () => {
    const body = bodyOf(order);
    expect(body.patientId).toBe(bodyOf(message()).patientId);
    expect(body.referringParty).toEqual({ type: 'provider', id: bodyOf(message()).referringParty.id });
    expect(body.coverageIds).toEqual([]);
  });

  it('is refused at its own FHIRPaths', () => {
    expect(refusals({ ...order, subject: { reference: 'somebody' }, requester: { reference: 'Device/1' } })).toEqual([
      'not-found ServiceRequest.subject.reference',
      'not-supported ServiceRequest.requester.reference',
    ]);
    expect(refusals(without(order, 'requester'))).toEqual(['required ServiceRequest.requester']);
  });
});
