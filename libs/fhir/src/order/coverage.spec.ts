import { describe, expect, it } from '@jest/globals';
import type { Coverage } from 'fhir/r4';
import { bundle, coverage, message, order, patient, practitioner } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const covered = (...coverages: readonly Coverage[]) => bundle(order, patient, practitioner, ...coverages);
const second: Coverage = { ...coverage, id: 'coverage-2' };

describe('the coverages of an order', () => {
  it('are those whose beneficiary is its patient', () => {
    const other = { ...patient, id: 'patient-2' };
    const others = { ...second, beneficiary: { reference: 'Patient/patient-2' } };
    expect(bodyOf(bundle(order, patient, other, practitioner, coverage, others)).coverageIds).toEqual(
      bodyOf(message()).coverageIds,
    );
  });

  it('begin with the insurance that it names, and name none twice', () => {
    const insurance = [{ reference: 'Coverage/coverage-2' }];
    const named = bodyOf(bundle({ ...order, insurance }, patient, practitioner, coverage, second)).coverageIds;
    const [first, last] = bodyOf(covered(coverage, second)).coverageIds;
    expect(named).toEqual([last, first]);
  });

  it.each(['cancelled', 'draft', 'entered-in-error'] as const)('leave out one that is %s', (status) => {
    expect(bodyOf(covered({ ...coverage, status })).coverageIds).toEqual([]);
  });

  it('are refused when a beneficiary is not in the message', () => {
    const stray = { ...coverage, beneficiary: { reference: 'Patient/nobody' } };
    expect(refusals(covered(stray))).toEqual(['not-found Bundle.entry[3].resource.beneficiary.reference']);
  });

  it('are refused when there are more than the ledger keeps', () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ ...coverage, id: `coverage-${index}` }));
    expect(refusals(covered(...many))).toEqual(['too-long Bundle.entry[0].resource']);
  });
});
