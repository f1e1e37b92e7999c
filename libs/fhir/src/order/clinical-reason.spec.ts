import { describe, expect, it } from '@jest/globals';
import type { Condition } from 'fhir/r4';
import { bundle, message, order, orderPath, patient, practitioner } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const palpitations = { system: icd10, code: 'R00.2', display: 'Palpitations' };

describe('the clinical question', () => {
  it('is the reasons and notes in words', () => {
    const body = bodyOf(
      message({ reasonCode: [{ text: 'Is it the heart?', coding: [palpitations] }], note: [{ text: 'Since May.' }] }),
    );
    expect(body.clinicalQuestion).toBe('Is it the heart?\nSince May.');
    expect(body.diagnoses).toEqual([palpitations]);
  });

  it('is what the diagnoses are called when nobody wrote a word', () => {
    expect(bodyOf(message({ reasonCode: [{ coding: [palpitations] }] })).clinicalQuestion).toBe('Palpitations');
  });

  it('is what the service is called when there is no reason at all', () => {
    const code = { coding: [{ system: 'urn:example:local', code: 'CARD' }] };
    expect(bodyOf(message({ code })).clinicalQuestion).toBe('CARD');
    expect(bodyOf(message({ code: { ...code, text: 'Heart clinic' } })).clinicalQuestion).toBe('Heart clinic');
  });

  it('is refused when it is longer than the ledger keeps', () => {
    const note = [{ text: 'a'.repeat(6000) }, { text: 'b'.repeat(6000) }];
    expect(refusals(message({ note }))).toEqual([`too-long ${orderPath}`]);
  });
});

describe('the diagnoses', () => {
  const condition: Condition = {
    resourceType: 'Condition',
    id: 'condition-1',
    subject: { reference: 'Patient/patient-1' },
    code: { coding: [palpitations], text: 'Palpitations at night' },
  };
  const because = (found: Condition) =>
    bodyOf(
      bundle({ ...order, reasonReference: [{ reference: 'Condition/condition-1' }] }, patient, practitioner, found),
    );

  it('are those of the conditions that the order refers to', () => {
    expect(because(condition)).toMatchObject({
      diagnoses: [palpitations],
      clinicalQuestion: 'Palpitations at night',
    });
  });

  it.each(['refuted', 'entered-in-error'])('leave out a condition that is %s', (code) => {
    const system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
    expect(because({ ...condition, verificationStatus: { coding: [{ system, code }] } }).diagnoses).toEqual([]);
  });

  it('name none twice', () => {
    const reasonCode = [{ coding: [palpitations] }, { coding: [palpitations] }];
    expect(bodyOf(message({ reasonCode })).diagnoses).toEqual([palpitations]);
  });

  it('are refused when there are more than the ledger keeps', () => {
    const reasonCode = Array.from({ length: 51 }, (_, index) => ({ coding: [{ system: icd10, code: `R${index}` }] }));
    expect(refusals(message({ reasonCode }))).toEqual([`too-long ${orderPath}`]);
  });
});
