import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { procedure, RequestRejected } from '@referral/payer';
import { caseOf, referenceOf } from './pended-case';
import { asking } from './testing/asking';
import { type RunningSimulator, startSimulator } from './testing/simulator';

describe('a request that the simulated payer pends', () => {
  let simulator: RunningSimulator;

  const start = async (...flags: readonly string[]) => {
    simulator = await startSimulator(...flags);
    return asking(simulator);
  };
  const pend = async (ask: ReturnType<typeof asking>): Promise<string> => {
    const answer = await ask.authorization('PEND0001');
    if (answer.outcome !== 'pended') throw new Error(`It was ${answer.outcome}.`);
    return answer.payerReference;
  };

  afterEach(() => simulator.stop());

  it('waits for a report and an answer, and is approved as it was asked for with the second inquiry', async () => {
    const ask = await start();
    expect(await ask.authorization('PEND0002')).toMatchObject({ outcome: 'pended', infoRequested: ['77', '18776-5'] });
    const reference = await pend(ask);
    const traceNumber = randomUUID();
    for (const time of ['first', 'again'])
      expect({ time, ...(await ask.inquiry('PEND0001', reference, traceNumber)) }).toMatchObject({
        outcome: 'pended',
        payerReference: reference,
      });
    expect(await ask.inquiry('PEND0001', reference)).toMatchObject({
      outcome: 'approved',
      units: [
        { service: procedure('99244'), approved: 3 },
        { service: procedure('G0463'), approved: 2 },
      ],
    });
  });

  it('is decided with the first inquiry once it is old enough', async () => {
    const ask = await start('--pend-ms', '0', '--pend-inquiries', '1000');
    expect(await ask.inquiry('PEND0001', await pend(ask))).toMatchObject({ outcome: 'approved' });
  });

  it('is still known, and decided the same, when the payer was restarted', async () => {
    const before = await start('--pend-inquiries', '1');
    const reference = await pend(before);
    const decided = await before.inquiry('PEND0001', reference);
    await simulator.stop();
    const after = await start('--pend-inquiries', '1');
    const { raw: _document, ...decision } = decided;
    expect(await after.inquiry('PEND0001', reference)).toMatchObject(decision);
  });

  it('is not known by a reference that the payer never gave', async () => {
    const ask = await start();
    await expect(ask.inquiry('PEND0001', 'CASE-77')).rejects.toThrow(RequestRejected);
  });
});

describe('the reference of a case', () => {
  const service = (code: string, units: number) => ({ procedure: `HC:${code}`, code, units, date: [] });

  it('holds when it came and what was asked for', () => {
    const receivedAt = Date.parse('2026-11-02T14:30:00Z');
    expect(caseOf(referenceOf([service('99244', 3), service('G0463', 12)], receivedAt))).toEqual({
      receivedAt,
      services: [
        { code: '99244', units: 3 },
        { code: 'G0463', units: 12 },
      ],
    });
  });

  it('has no more than fifty characters', () => {
    expect(referenceOf(Array<ReturnType<typeof service>>(20).fill(service('99244', 3)), 0).length).toBeLessThan(51);
  });

  it.each(['', 'PEND-', 'CASE-77', 'PEND-TC4QX1.99244', 'PEND-TC4QX1.99244x12345'])('is not %j', (reference) => {
    expect(caseOf(reference)).toBeUndefined();
  });
});
