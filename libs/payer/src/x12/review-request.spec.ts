import { describe, expect, it } from '@jest/globals';
import { UnsayableRequest } from '../errors';
import { icd10 } from '../procedure-codes';
import { authorizationInquiry, authorizationRequest, partner, writtenAt } from '../testing/requests';
import { thrown } from '../testing/thrown';
import { reviewInquiry } from './review-inquiry';
import { reviewRequest } from './review-request';

const [service] = authorizationRequest.services;

describe('a request for an authorization', () => {
  it('is a 278 with the event, its diagnoses, who renders it, and a level for each service', () => {
    expect(reviewRequest(authorizationRequest, partner, writtenAt).split('~').slice(1, -4)).toEqual([
      expect.stringMatching(/^GS\*HI\*LEDGER\*SYNTHPAYER\*20261102\*1430\*\d+\*X\*005010X217$/),
      'ST*278*0001*005010X217',
      'BHT*0007*13*trace-2*20261102*1430',
      'HL*1**20*1',
      'NM1*X3*2*Synthetic Health Plan*****PI*SYN01',
      'HL*2*1*21*1',
      'NM1*1P*2*Synthetic Coordination Desk*****XX*1234567893',
      'HL*3*2*22*1',
      'NM1*IL*1*Example*Sample****MI*AUTHREQ0001',
      'DMG*D8*19800229*F',
      'HL*4*3*EV*1',
      'TRN*1*trace-2*9000000001',
      'UM*SC*I*3*11:B**U',
      'HI*ABK:R002*ABF:I10',
      'NM1*SJ*2*Synthetic Heart Clinic*****XX*1987654328',
      'HL*5*4*SS*0',
      'DTP*472*RD8*20261116-20270216',
      'SV1*HC:99244**UN*3',
      'HSD*VS*3',
      'HL*6*4*SS*0',
      'DTP*472*RD8*20261116-20270216',
      'SV1*HC:G0463**UN*2',
      'HSD*VS*2',
    ]);
  });

  it.each([
    ['services', { services: [] }],
    ['services[0].code', { services: [{ ...service, code: { system: 'urn:service', code: 'first-visit' } }] }],
    ['services[0].units', { services: [{ ...service, units: 0 }] }],
    ['diagnoses[0]', { diagnoses: [{ system: 'urn:other', code: 'R00.2' }] }],
    ['diagnoses', { diagnoses: Array.from({ length: 13 }, () => ({ system: icd10, code: 'R00.2' })) }],
    ['placeOfService', { placeOfService: '11:B' }],
  ])('is not written when %s cannot be said', (field, change) => {
    const changed = { ...authorizationRequest, ...change } as typeof authorizationRequest;
    const error = thrown(() => reviewRequest(changed, partner, writtenAt));
    expect(error).toBeInstanceOf(UnsayableRequest);
    expect(error).toMatchObject({ field });
  });
});

describe('an inquiry about a pended request', () => {
  it('is a 278 inquiry that names the case as the payer does', () => {
    expect(reviewInquiry(authorizationInquiry, partner, writtenAt).split('~').slice(2, -4)).toEqual([
      'ST*278*0001*005010X215',
      'BHT*0007*28*trace-3*20261102*1430',
      ...['HL*1**20*1', 'NM1*X3*2*Synthetic Health Plan*****PI*SYN01'],
      ...['HL*2*1*21*1', 'NM1*1P*2*Synthetic Coordination Desk*****XX*1234567893'],
      ...['HL*3*2*22*1', 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001', 'DMG*D8*19800229*F'],
      ...['HL*4*3*EV*0', 'TRN*1*trace-3*9000000001', 'REF*NT*CASE-77'],
    ]);
  });
});
