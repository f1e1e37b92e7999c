import { describe, expect, it } from '@jest/globals';
import type { Patient } from 'fhir/r4';
import { readIntake } from '../read-intake';
import { bundle, message, options, order, orderPath, patient, practitioner, without } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const of = (changes: Partial<Patient>) => bodyOf(bundle(order, { ...patient, ...changes }, practitioner));

describe('the patient of an order', () => {
  it('is the same in every message of one source', () => {
    const [first, second] = [bodyOf(message()), bodyOf(message({ id: 'order-2', priority: 'stat' }))];
    expect(second.patientId).toBe(first.patientId);
  });

  it('is not another patient of the source who has the same medical record number', () => {
    const identifier = [{ system: 'urn:example:mrn', value: '1' }];
    const other = { ...order, subject: { reference: 'Patient/patient-2' } };
    const one = bodyOf(bundle(order, { ...patient, identifier }, practitioner));
    const two = bodyOf(bundle(other, { ...patient, id: 'patient-2', identifier }, practitioner));
    expect(two.patientId).not.toBe(one.patientId);
  });

  it('is not the patient of the same id at another source, nor in the hands of another tenant', () => {
    const elsewhere = { ...message(), meta: { source: 'https://other.example/fhir' } };
    const others = readIntake(message(), { ...options, tenantId: 'other' });
    const ids = [bodyOf(message()), bodyOf(elsewhere)].map(({ patientId }) => patientId);
    const third = 'commands' in others ? others.commands[0]?.body.patientId : undefined;
    expect(new Set([...ids, third]).size).toBe(3);
  });

  it('is refused when it is a group or a device', () => {
    const group = { resourceType: 'Group' as const, id: 'g', type: 'person' as const, actual: true };
    const wrong = bundle({ ...order, subject: { reference: 'Group/g' } }, group, practitioner);
    expect(refusals(wrong)).toEqual([`not-supported ${orderPath}.subject.reference`]);
  });

  it('is needed', () => {
    const entry = [{ resource: without(order, 'subject') }, { resource: practitioner }];
    expect(refusals({ ...message(), entry })).toEqual([`required ${orderPath}.subject`]);
  });
});

describe('what the visit must know of a patient', () => {
  const speaks = (code: string, preferred?: boolean) => ({
    language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
    ...(preferred !== undefined && { preferred }),
  });

  it('is the language that they prefer', () => {
    expect(of({ communication: [speaks('en'), speaks('es-MX', true)] }).languagePreference).toBe('es-MX');
  });

  it('is the only language that is named, and none of several equal ones', () => {
    expect(of({ communication: [speaks('vi')] }).languagePreference).toBe('vi');
    expect(of({ communication: [speaks('vi'), speaks('en')] })).not.toHaveProperty('languagePreference');
  });

  it('is refused when the language is no BCP 47 tag', () => {
    expect(refusals(bundle(order, { ...patient, communication: [speaks('Spanish, mostly')] }, practitioner))).toEqual([
      'code-invalid Bundle.entry[1].resource.communication[0].language',
    ]);
  });

  it('is whether they need an interpreter', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
    expect(of({ extension: [{ url, valueBoolean: true }] }).interpreterNeeded).toBe(true);
    expect(of({})).not.toHaveProperty('interpreterNeeded');
  });
});
