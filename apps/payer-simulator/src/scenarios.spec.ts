import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PayerTimedOut, PayerUnreachable, procedure, RequestRejected, UnintelligibleAnswer } from '@referral/payer';
import { scenarioOf, scenarios } from './scenarios';
import { type Asking, asking } from './testing/asking';
import { type RunningSimulator, startSimulator } from './testing/simulator';

describe('a simulated payer, asked over HTTP', () => {
  let simulator: RunningSimulator;
  let ask: Asking;

  beforeAll(async () => {
    simulator = await startSimulator('--slow-ms', '1500', '--default', 'INACTIVE');
    ask = asking(simulator);
  });
  afterAll(() => simulator.stop());

  it.each([
    ['ACTIVE', { outcome: 'active', serviceCovered: true, network: 'in', authRequired: 'no' }],
    ['INACTIVE', { outcome: 'inactive', serviceCovered: null, network: 'unknown', authRequired: 'unknown' }],
    ['NOTCOVERED', { outcome: 'active', serviceCovered: false }],
    ['AUTHREQ', { outcome: 'active', serviceCovered: true, authRequired: 'yes' }],
    ['OUTNET', { outcome: 'active', serviceCovered: true, network: 'out' }],
    ['PEND', { outcome: 'active', authRequired: 'yes' }],
    ['DENY', { outcome: 'active', authRequired: 'yes' }],
    ['SOMEBODY', { outcome: 'inactive' }],
  ])('answers for %s who is covered how', async (scenario, answer) => {
    expect(await ask.eligibility(`${scenario}0001`)).toMatchObject(answer);
  });

  it('tells the terms of active cover', async () => {
    expect(await ask.eligibility('ACTIVE0001')).toMatchObject({
      copay: { amount: '30', currency: 'USD' },
      coinsurancePct: 20,
      deductibleRemaining: { amount: '250.50', currency: 'USD' },
      visitLimitRemaining: 12,
      validThrough: '2026-12-31',
    });
  });

  it.each([
    ['ACTIVE', { outcome: 'not_required' }],
    ['INACTIVE', { outcome: 'denied' }],
    ['NOTCOVERED', { outcome: 'denied' }],
    ['OUTNET', { outcome: 'contact_payer' }],
    ['DENY', { outcome: 'denied', denialReason: { code: '0E', specific: expect.stringContaining('SYN-1') } }],
    ['CANCEL', { outcome: 'cancelled' }],
    ['AUTHREQ', { outcome: 'approved', units: [{ approved: 3 }, { approved: 2 }] }],
    ['PARTIAL', { outcome: 'partially_approved', units: [{ approved: 2 }, { approved: 0 }] }],
    ['MODIFY', { outcome: 'modified', units: [{ approved: 2 }, { approved: 1 }] }],
  ])('decides a request for %s', async (scenario, answer) => {
    expect(await ask.authorization(`${scenario}0001`)).toMatchObject(answer);
  });

  it('grants under a number and for a period', async () => {
    expect(await ask.authorization('AUTHREQ0001')).toMatchObject({
      number: expect.stringMatching(/^AUTH\d{9}$/),
      validity: { start: expect.any(String), end: expect.any(String) },
      units: [{ service: procedure('99244') }, { service: procedure('G0463') }],
    });
  });

  it.each([
    ['DOWN', PayerUnreachable],
    ['BUSY', PayerUnreachable],
    ['HTML', UnintelligibleAnswer],
    ['GARBAGE', UnintelligibleAnswer],
    ['TRUNCATED', UnintelligibleAnswer],
    ['WRONGTRACE', UnintelligibleAnswer],
    ['WRONGMEMBER', UnintelligibleAnswer],
    ['REJECT', RequestRejected],
    ['LATER', RequestRejected],
  ])('gives no answer for %s, to whatever is asked', async (scenario, error) => {
    await expect(ask.eligibility(`${scenario}0001`)).rejects.toThrow(error);
    await expect(ask.authorization(`${scenario}0001`)).rejects.toThrow(error);
  });

  it('rejects for ever, or only for now', async () => {
    await expect(ask.eligibility('REJECT0001')).rejects.toMatchObject({ mayBeSentAgain: false });
    await expect(ask.eligibility('LATER0001')).rejects.toMatchObject({ mayBeSentAgain: true });
  });

  it('answers a slow request in the end, when the same one comes again', async () => {
    const traceNumber = randomUUID();
    const impatient = asking(simulator, { timeoutMs: 200 });
    await expect(impatient.authorization('SLOW0001', traceNumber)).rejects.toThrow(PayerTimedOut);
    expect(await ask.authorization('SLOW0001', traceNumber)).toMatchObject({ outcome: 'approved' });
  });

  it('answers the same request the same, and another one anew', async () => {
    const traceNumber = randomUUID();
    const first = await ask.authorization('AUTHREQ0001', traceNumber);
    expect(await ask.authorization('AUTHREQ0001', traceNumber)).toEqual(first);
    expect(await ask.authorization('AUTHREQ0001')).not.toMatchObject({ number: (first as { number: string }).number });
  });

  it('has a scenario for each of these specifications, and no other', () => {
    expect(Object.keys(scenarios).sort()).toEqual(
      [
        ...['ACTIVE', 'INACTIVE', 'NOTCOVERED', 'AUTHREQ', 'OUTNET', 'PEND', 'DENY', 'PARTIAL', 'MODIFY', 'CANCEL'],
        ...['SLOW', 'DOWN', 'BUSY', 'HTML', 'GARBAGE', 'TRUNCATED', 'WRONGTRACE', 'WRONGMEMBER', 'REJECT', 'LATER'],
      ].sort(),
    );
    expect(scenarioOf('wrongtrace-7', 'ACTIVE')).toBe('WRONGTRACE');
  });
});
