import { describe, expect, it } from '@jest/globals';
import { bundle, message, order, orderPath, patient, practitioner } from '../testing/messages';
import { bodyOf, remarks } from '../testing/read';

const acts = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const labelled = (system: string, code: string) => message({ meta: { security: [{ system, code }] } });

describe('the sensitivity of an order', () => {
  it.each([
    ['42CFRPart2', 'part2'],
    ['ETH', 'part2'],
    ['SUD', 'part2'],
    ['PSYTHPN', 'psychotherapy'],
    ['HIPAAPsyNotes', 'psychotherapy'],
    ['HIV', 'hiv'],
    ['CEL', 'vip'],
    ['ADOL', 'minor'],
  ])('is, by the security label %s, %s', (code, word) => {
    expect(bodyOf(labelled(acts, code)).sensitivity).toEqual([word]);
    expect(remarks(labelled(acts, code))).toEqual([]);
  });

  it('is that of its patient too', () => {
    const security = [{ system: acts, code: 'CEL' }];
    expect(bodyOf(bundle(order, { ...patient, meta: { security } }, practitioner)).sensitivity).toEqual(['vip']);
  });

  it('is remarked on when the ledger has no word for it', () => {
    expect(bodyOf(labelled(acts, 'SDV')).sensitivity).toEqual([]);
    expect(remarks(labelled(acts, 'SDV'))).toEqual([`warning not-supported ${orderPath}.meta.security[0]`]);
  });

  it('is nothing to remark on when it is normal', () => {
    expect(remarks(labelled('http://terminology.hl7.org/CodeSystem/v3-Confidentiality', 'N'))).toEqual([]);
    expect(remarks(labelled('http://terminology.hl7.org/CodeSystem/v3-Confidentiality', 'V'))).toHaveLength(1);
  });
});
