import { describe, expect, it } from '@jest/globals';
import { RequestRejected, UnintelligibleAnswer } from '../errors';
import { procedureSystems } from '../procedure-codes';
import { answer278, answerToInquiry, raw278 } from '../testing/answers';
import { authorizationInquiry, authorizationRequest } from '../testing/requests';
import { thrown } from '../testing/thrown';
import { inquiryResponse, reviewResponse } from './review-response';

const read = (...ofEvent: readonly string[]) => reviewResponse(answer278(...ofEvent), authorizationRequest);

const service = (place: number, code: string, ...segments: readonly string[]): readonly string[] => [
  `HL*${place}*4*SS*0`,
  ...segments,
  `SV1*HC:${code}**UN*3`,
];

describe('an answer to a request for an authorization', () => {
  it('is pended under the payer’s reference, with what it wants and by when', () => {
    expect(
      read('HCR*A4**0V^0U', 'REF*NT*CASE-77', 'HI*LOI:18776-5*LOI:11488-4', 'PWK*77*EL', 'DTP*106*D8*20261120'),
    ).toEqual({
      outcome: 'pended',
      payerReference: 'CASE-77',
      reasonCodes: ['0V', '0U'],
      infoRequested: ['77', '18776-5', '11488-4'],
      infoDueAt: '2026-11-20',
      raw: expect.stringContaining('HCR*A4'),
    });
  });

  it('is approved with a number, a period and units for each service', () => {
    expect(
      read(
        ...['HCR*A1*AUTH-5', 'DTP*102*D8*20261102', 'DTP*AAH*RD8*20261103-20270201'],
        ...service(5, '99244', 'HCR*A1', 'HSD*VS*2'),
        ...service(6, 'G0463'),
      ),
    ).toEqual({
      outcome: 'approved',
      number: 'AUTH-5',
      validity: { start: '2026-11-03', end: '2027-02-01' },
      units: [
        { service: { system: procedureSystems.cpt, code: '99244' }, approved: 2 },
        { service: { system: procedureSystems.hcpcs, code: 'G0463' }, approved: 3 },
      ],
      decidedOn: '2026-11-02',
      raw: expect.any(String),
    });
  });

  it('is approved in part, with no units of what is denied', () => {
    expect(read('HCR*A2*AUTH-6', ...service(5, '99244', 'HCR*A1'), ...service(6, 'G0463', 'HCR*A3**0E'))).toMatchObject(
      { outcome: 'partially_approved', units: [{ approved: 3 }, { approved: 0 }] },
    );
  });

  it('is denied with the reason in the payer’s words', () => {
    expect(read('HCR*A3**0E', 'MSG*NOT MEDICALLY NECESSARY')).toMatchObject({
      outcome: 'denied',
      denialReason: { code: '0E', specific: 'NOT MEDICALLY NECESSARY' },
      decidedOn: '2026-11-03',
    });
  });

  it.each([
    ['A6', 'modified'],
    ['NA', 'not_required'],
    ['C', 'cancelled'],
    ['CT', 'contact_payer'],
  ])('reads the action %s as %s', (action, outcome) => {
    expect(read(`HCR*${action}`)).toMatchObject({ outcome });
  });

  it.each([
    ['approved', ['A1', 'A1']],
    ['denied', ['A3', 'A3']],
    ['partially_approved', ['A1', 'A3']],
    ['modified', ['A1', 'A6']],
    ['contact_payer', ['A1', 'CT']],
  ])('is %s together when only the services are decided', (outcome, [one, other]) => {
    expect(read(...service(5, '99244', `HCR*${one}*N-1`), ...service(6, 'G0463', `HCR*${other}`))).toMatchObject({
      outcome,
    });
  });

  it('is pended when one service is, under the number of that review', () => {
    expect(read(...service(5, '99244', 'HCR*A1*N-1'), ...service(6, 'G0463', 'HCR*A4*N-2'))).toMatchObject({
      outcome: 'pended',
      payerReference: 'N-2',
    });
  });

  it('counts from the first certified day when the payer tells first and last apart', () => {
    expect(read('HCR*A1*N-1', 'DTP*007*D8*20261103', 'DTP*036*D8*20270201')).toMatchObject({
      validity: { start: '2026-11-03', end: '2027-02-01' },
    });
  });

  it('is a rejection when the payer says so', () => {
    expect(thrown(() => read('AAA*N**72*C'))).toBeInstanceOf(RequestRejected);
  });

  it.each([
    ['decides nothing', ['UM*SC*I'], /HCR/],
    ['takes an unknown action', ['HCR*A9'], /HCR01/],
    ['pends under no reference', ['HCR*A4'], /reference/],
    ['pends under one that nobody can name', ['HCR*A4', `REF*NT*${'9'.repeat(51)}`], /reference/],
    ['has a second event', ['HCR*A1', 'HL*5*3*EV*0', 'HCR*A1'], /one patient event/],
    ['grants a service without a code', ['HCR*A1', 'HL*5*4*SS*0', 'SV1*N4:1**UN*1'], /procedure/],
    ['grants units that are no number', ['HCR*A1', 'HL*5*4*SS*0', 'SV1*HC:99244**UN*many'], /units/],
  ])('cannot be used when it %s', (_what, ofEvent, what) => {
    const error = thrown(() => read(...ofEvent));
    expect(error).toBeInstanceOf(UnintelligibleAnswer);
    expect(error).toMatchObject({ what: expect.stringMatching(what) });
  });
});

describe('an answer to an inquiry', () => {
  it('is read as the answer to the request would be', () => {
    expect(inquiryResponse(answerToInquiry('HCR*A1*AUTH-5'), authorizationInquiry)).toMatchObject({
      outcome: 'approved',
      number: 'AUTH-5',
    });
  });

  it('is none when it answers the request itself', () => {
    const toRequest = raw278('005010X217', '11', 'HL*4*3*EV*0', 'TRN*2*trace-3*9', 'HCR*A1');
    expect(thrown(() => inquiryResponse(toRequest, authorizationInquiry))).toBeInstanceOf(UnintelligibleAnswer);
  });
});
