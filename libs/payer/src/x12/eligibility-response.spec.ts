import { describe, expect, it } from '@jest/globals';
import { RequestRejected, UnintelligibleAnswer } from '../errors';
import { answer271, raw271 } from '../testing/answers';
import { eligibilityRequest } from '../testing/requests';
import { thrown } from '../testing/thrown';
import { eligibilityResponse } from './eligibility-response';

const read = (...ofMember: readonly string[]) => eligibilityResponse(answer271(...ofMember), eligibilityRequest);

const refusal = (text: string) => thrown(() => eligibilityResponse(text, eligibilityRequest));

describe('an answer about eligibility', () => {
  it('says that the member and the service are covered, on what terms, and until when', () => {
    const text = answer271(
      'DTP*291*RD8*20260101-20261231',
      'EB*1**30**Synthetic Plan',
      'EB*1*IND*3********Y*Y',
      'EB*B*IND*3***27*30*****Y',
      'EB*A*IND*30***27**.2****Y',
      'EB*C*IND*30***29*250.50*****Y',
      'EB*C*IND*30***23*1000*****Y',
      'EB*F*IND*3***29***VS*12**Y',
    );
    expect(eligibilityResponse(text, eligibilityRequest)).toEqual({
      outcome: 'active',
      serviceCovered: true,
      network: 'in',
      authRequired: 'yes',
      copay: { amount: '30', currency: 'USD' },
      coinsurancePct: 20,
      deductibleRemaining: { amount: '250.50', currency: 'USD' },
      visitLimitRemaining: 12,
      asOfDate: '2026-11-03',
      validThrough: '2026-12-31',
      sourceRef: 'trace-1',
      raw: expect.stringContaining('ST*271*0001'),
    });
  });

  it.each(['1', '2', '3'])('is active for the benefit information code %s', (code) => {
    expect(read(`EB*${code}**30`)).toMatchObject({ outcome: 'active' });
  });

  it('is inactive for 6', () => {
    expect(read('EB*6**30')).toMatchObject({ outcome: 'inactive', serviceCovered: null });
  });

  it.each(['4', '5', '7', '8', 'V', 'U'])('is nothing to rely on for %s', (code) => {
    expect(read(`EB*${code}**30`)).toMatchObject({ outcome: 'unable' });
  });

  it('is nothing to rely on when it says nothing of the plan', () => {
    expect(read()).toMatchObject({ outcome: 'unable', network: 'unknown', authRequired: 'unknown' });
  });

  it('does not cover what it says it does not, although the plan is active', () => {
    expect(read('EB*1**30', 'EB*I**98')).toMatchObject({ outcome: 'active', serviceCovered: false });
  });

  it('does not say whether the service is covered when it only tells of the plan', () => {
    expect(read('EB*1**30')).toMatchObject({ outcome: 'active', serviceCovered: null });
  });

  it('is not misled by other service types, and reads several in one line', () => {
    expect(read('EB*6**30', 'EB*1**88')).toMatchObject({ outcome: 'inactive' });
    expect(read('EB*1**88^3^35')).toMatchObject({ outcome: 'active', serviceCovered: true });
  });

  it.each([
    ['in', ['EB*1**30', 'EB*B**3***27*30*****Y'], '30'],
    ['out', ['EB*1**30', 'EB*B**3***27*90*****N'], '90'],
    ['unknown', ['EB*1**30', 'EB*B**3***27*30*****Y', 'EB*B**3***27*90*****N'], undefined],
    ['unknown', ['EB*1**30', 'EB*B**3***27*40*****W'], '40'],
  ])('tells the network as %s and no amount of another side', (network, lines, copay) => {
    const answer = read(...lines);
    expect(answer.network).toBe(network);
    expect(answer.copay?.amount).toBe(copay);
  });

  it('holds until the end of the month asked about when the payer tells no end', () => {
    expect(read('EB*1**30')).toMatchObject({ validThrough: '2026-11-30' });
  });

  it('holds until the first end that the payer tells of the plan or of its active benefits', () => {
    expect(read('DTP*347*D8*20261215', 'EB*1**30', 'DTP*291*RD8*20260101-20261130')).toMatchObject({
      validThrough: '2026-11-30',
    });
    expect(read('DTP*347*D8*20261215', 'EB*1**30', 'EB*6**3', 'DTP*357*D8*20200101')).toMatchObject({
      validThrough: '2026-12-15',
    });
  });

  it('is named by the payer’s own trace number when it has one', () => {
    expect(read('TRN*1*PAYER-55*9000000002', 'EB*1**30')).toMatchObject({ sourceRef: 'PAYER-55' });
    expect(read(`TRN*1*${'5'.repeat(51)}*9000000002`, 'EB*1**30')).toMatchObject({ sourceRef: 'trace-1' });
  });
});

describe('what is no answer to the request', () => {
  it('is a rejection, with its reasons and whether the request may come again', () => {
    const never = refusal(answer271('AAA*N**75*C'));
    expect(never).toBeInstanceOf(RequestRejected);
    expect(never).toMatchObject({ rejections: [{ code: '75', followUp: 'C' }], mayBeSentAgain: false });
    expect(refusal(answer271('AAA*Y**42*R'))).toMatchObject({ mayBeSentAgain: true });
    expect(refusal(answer271('AAA*Y**42*R', 'AAA*N**75*C'))).toMatchObject({ mayBeSentAgain: false });
  });

  it('is a rejection also above the level of the trace number', () => {
    expect(refusal(raw271('AAA*N**79*C', 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001'))).toBeInstanceOf(RequestRejected);
  });

  it('repeats nothing of what stands where a code should', () => {
    expect(refusal(answer271('AAA*N**Sample Example*'))).toMatchObject({ rejections: [{ code: '?', followUp: '?' }] });
  });

  it.each([
    ['another trace number', raw271('TRN*2*trace-8*9000000001', 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001'), /trace/],
    ['our trace number as theirs', raw271('TRN*1*trace-1*9', 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001'), /trace/],
    ['another member', raw271('TRN*2*trace-1*9', 'NM1*IL*1*Other*Sample****MI*OTHER'), /member/],
    ['no member', raw271('TRN*2*trace-1*9'), /member/],
    ['two members', answer271('HL*4*2*22*0', 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001'), /member/],
    ['a hierarchy that hangs in the air', answer271('HL*4*9*23*0'), /hierarchy/],
    ['an amount that is none', answer271('EB*1**30', 'EB*B**3***27*thirty'), /EB07/],
    ['a share above one', answer271('EB*1**30', 'EB*A**3***27**20'), /EB08/],
    ['a day that no calendar has', answer271('DTP*291*RD8*20260101-20260231', 'EB*1**30'), /date/],
    ['a period that ends before it starts', answer271('DTP*291*RD8*20260201-20260101', 'EB*1**30'), /ends before/],
    ['a request', answer271('EB*1**30').replace('BHT*0022*11', 'BHT*0022*13'), /BHT/],
    ['another transaction', answer271('EB*1**30').replace('ST*271', 'ST*999'), /271/],
    ['a wrong count of segments', answer271('EB*1**30').replace(/SE\*\d+/, 'SE*99'), /well-formed/],
    ['an end before SE', answer271('EB*1**30').replace(/SE\*.*/, ''), /cut off/],
    ['an end before IEA', answer271('EB*1**30').replace(/IEA\*.*/, ''), /cut off/],
    ['an end within a segment', answer271('EB*1**30').slice(0, -4), /cut off/],
    ['two interchanges', answer271('EB*1**30') + answer271('EB*1**30'), /one interchange/],
    ['a web page', '<!doctype html><title>Sign in</title>'.padEnd(200), /does not begin/],
    ['nothing', '', /does not begin/],
    ['one separator for two things', answer271('EB*1**30').replace('*T*:', '*T**'), /separators/],
  ])('has %s', (_what, text, what) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(UnintelligibleAnswer);
    expect(error).toMatchObject({ what: expect.stringMatching(what) });
  });
});
