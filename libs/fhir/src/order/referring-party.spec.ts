import { describe, expect, it } from '@jest/globals';
import type { FhirResource, ServiceRequest } from 'fhir/r4';
import { bundle, message, order, orderPath, patient, practitioner, without } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const unsigned = without(order, 'requester');
const by = (reference: string, ...others: readonly FhirResource[]) =>
  bundle({ ...order, requester: { reference } } satisfies ServiceRequest, patient, ...others);

const office = { resourceType: 'Organization' as const, id: 'office-1', name: 'Synthetic Family Practice' };

describe('who refers', () => {
  it('is the requester', () => {
    const second = { ...practitioner, id: 'practitioner-2', name: [{ text: 'Second Synthetic' }] };
    const { referringParty } = bodyOf(by('Practitioner/practitioner-2', practitioner, second));
    expect(referringParty).toMatchObject({ type: 'provider', name: 'Second Synthetic' });
  });

  it('is an office when an organization asks', () => {
    expect(bodyOf(by('Organization/office-1', office)).referringParty).toMatchObject({
      type: 'office',
      name: 'Synthetic Family Practice',
    });
  });

  it('is the practitioner behind a role, else its organization', () => {
    const organization = { reference: 'Organization/office-1' };
    const role = { resourceType: 'PractitionerRole' as const, id: 'role-1', organization };
    const filled = { ...role, practitioner: { reference: 'Practitioner/practitioner-1' } };
    const asked = bodyOf(by('PractitionerRole/role-1', filled, practitioner, office)).referringParty;
    expect(asked).toEqual(bodyOf(message()).referringParty);
    expect(bodyOf(by('PractitionerRole/role-1', role, office)).referringParty.type).toBe('office');
  });

  it('is a patient without a name when patients refer themselves', () => {
    const body = bodyOf(by('Patient/patient-1'));
    expect(body.referringParty).toEqual({ type: 'patient', id: body.patientId });
  });

  it('is the only practitioner of the message when nobody is named', () => {
    expect(bodyOf(bundle(unsigned, patient, practitioner)).referringParty).toEqual(bodyOf(message()).referringParty);
  });

  it('is not guessed at when there is no practitioner, or more than one', () => {
    const none = bundle(unsigned, patient);
    const two = bundle(unsigned, patient, practitioner, { ...practitioner, id: 'practitioner-2' });
    expect([refusals(none), refusals(two)]).toEqual(Array(2).fill([`required ${orderPath}.requester`]));
  });

  it('is known by the family name alone when the whole name is longer than the ledger keeps', () => {
    const name = [{ given: ['a'.repeat(150)], family: 'b'.repeat(150) }];
    const named = bodyOf(bundle(order, patient, { ...practitioner, name })).referringParty;
    expect(named.name).toBe('b'.repeat(150));
  });

  it('is not a device', () => {
    expect(refusals(by('Device/d', { resourceType: 'Device', id: 'd' }))).toEqual([
      `not-supported ${orderPath}.requester.reference`,
    ]);
  });
});
