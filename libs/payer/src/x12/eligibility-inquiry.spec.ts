import { describe, expect, it } from '@jest/globals';
import { UnsayableRequest } from '../errors';
import { eligibilityRequest, member, partner, writtenAt } from '../testing/requests';
import { thrown } from '../testing/thrown';
import { eligibilityInquiry } from './eligibility-inquiry';

describe('a request about eligibility', () => {
  it('is a 270 that names the payer, who asks, the member, the day and the service types', () => {
    expect(eligibilityInquiry(eligibilityRequest, partner, writtenAt).split('~')).toEqual([
      expect.stringMatching(
        /^ISA\*00\* {10}\*00\* {10}\*ZZ\*LEDGER {9}\*ZZ\*SYNTHPAYER {5}\*261102\*1430\*\^\*00501\*\d{9}\*0\*T\*:$/,
      ),
      expect.stringMatching(/^GS\*HS\*LEDGER\*SYNTHPAYER\*20261102\*1430\*\d+\*X\*005010X279A1$/),
      'ST*270*0001*005010X279A1',
      'BHT*0022*13*trace-1*20261102*1430',
      'HL*1**20*1',
      'NM1*PR*2*Synthetic Health Plan*****PI*SYN01',
      'HL*2*1*21*1',
      'NM1*1P*2*Synthetic Coordination Desk*****XX*1234567893',
      'HL*3*2*22*0',
      'TRN*1*trace-1*9000000001',
      'NM1*IL*1*Example*Sample****MI*AUTHREQ0001',
      'DMG*D8*19800229*F',
      'DTP*291*D8*20261116',
      'EQ*3',
      'EQ*98',
      'SE*14*0001',
      expect.stringMatching(/^GE\*1\*\d+$/),
      expect.stringMatching(/^IEA\*1\*\d{9}$/),
      '',
    ]);
  });

  it('is the same document when it is sent again, to the last number', () => {
    const again = eligibilityInquiry(eligibilityRequest, partner, writtenAt);
    expect(again).toBe(eligibilityInquiry(eligibilityRequest, partner, writtenAt));
    const other = eligibilityInquiry({ ...eligibilityRequest, traceNumber: 'trace-9' }, partner, writtenAt);
    expect(other.slice(0, 106)).not.toBe(again.slice(0, 106));
  });

  it('writes a name without the accents that X12 has no characters for', () => {
    const accented = { ...eligibilityRequest, member: { ...member, lastName: 'Ünäré', firstName: 'Zoë' } };
    expect(eligibilityInquiry(accented, partner, writtenAt)).toContain('NM1*IL*1*Unare*Zoe**');
  });

  it.each([
    ['member.lastName', { member: { ...member, lastName: 'Exa*mple' } }],
    ['member.firstName', { member: { ...member, firstName: 'Sam~EB*1~ple' } }],
    ['member.memberId', { member: { ...member, memberId: 'A:B' } }],
    ['member.memberId', { member: { ...member, memberId: ' ' } }],
    ['member.birthDate', { member: { ...member, birthDate: '1981-02-29' } }],
    ['requester.npi', { requester: { npi: '12345', name: 'Synthetic Desk' } }],
    ['serviceDate', { serviceDate: 'soon' }],
    ['serviceTypes', { serviceTypes: [] }],
    ['serviceTypes[0]', { serviceTypes: ['3^30'] }],
    ['traceNumber', { traceNumber: 't'.repeat(51) }],
  ])('is not written when %s cannot be said', (field, change) => {
    const error = thrown(() => eligibilityInquiry({ ...eligibilityRequest, ...change }, partner, writtenAt));
    expect(error).toBeInstanceOf(UnsayableRequest);
    expect(error).toMatchObject({ field, mayBeSentAgain: false });
  });
});
