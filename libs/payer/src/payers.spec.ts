import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually'; // eslint-disable-line @nx/enforce-module-boundaries -- waits for a condition as all specifications do
import { PayerHeldOff, PayerTimedOut, PayerUnreachable, RequestRejected, UnintelligibleAnswer } from './errors';
import type { Payer } from './payer';
import { Payers, type PayerSettings } from './payers';
import { answer271 } from './testing/answers';
import { type MisbehavingPayer, startMisbehavingPayer } from './testing/misbehaving-payer';
import { eligibilityRequest, partner, writtenAt } from './testing/requests';

describe('the payers', () => {
  let slow: MisbehavingPayer;
  let quick: MisbehavingPayer;

  beforeEach(async () => {
    [slow, quick] = await Promise.all([startMisbehavingPayer(), startMisbehavingPayer()]);
    quick.behave((_request, response) => response.end(answer271('EB*1**30')));
  });
  afterEach(() => Promise.all([slow.stop(), quick.stop()]));

  const settings = (payerId: string, { url }: MisbehavingPayer, more: Partial<PayerSettings> = {}): PayerSettings => ({
    ...partner,
    payerId,
    url,
    timeoutMs: 20_000,
    ...more,
  });

  const payersWith = (...all: readonly PayerSettings[]): ((payerId: string) => Payer) => {
    const payers = new Payers(all, () => writtenAt);
    return (payerId) => {
      const payer = payers.of(payerId);
      if (!payer) throw new Error(`${payerId} is not there.`);
      return payer;
    };
  };

  it('are found by their ids; another must be called by somebody', () => {
    const payers = new Payers([settings('SYN01', quick)], () => writtenAt);
    expect(payers.of('SYN01')).toBeDefined();
    expect(payers.of('SYN99')).toBeUndefined();
  });

  it('do not hold each other up: while all calls to one hang, another answers', async () => {
    const of = payersWith(settings('SLOW', slow, { timeoutMs: 1_000, atMostAtOnce: 2 }), settings('QUICK', quick));
    const hanging = [1, 2].map(() => of('SLOW').checkEligibility(eligibilityRequest));
    const ends = Promise.allSettled(hanging);
    await expect(of('SLOW').checkEligibility(eligibilityRequest)).rejects.toMatchObject({ reason: 'too_many_calls' });
    expect(await of('QUICK').checkEligibility(eligibilityRequest)).toMatchObject({ outcome: 'active' });
    for (const end of await ends) expect(end).toMatchObject({ reason: expect.any(PayerTimedOut) });
  });

  it('are left alone after failures in a row, and tried again after a while', async () => {
    const of = payersWith(settings('SLOW', slow, { failuresUntilOpen: 2, openForMs: 300 }));
    const ask = () => of('SLOW').checkEligibility(eligibilityRequest);
    slow.behave((_request, response) => response.writeHead(503).end());
    await expect(ask()).rejects.toThrow(PayerUnreachable);
    await expect(ask()).rejects.toThrow(PayerUnreachable);
    await expect(ask()).rejects.toThrow(PayerHeldOff);
    expect(slow.asked()).toBe(2);
    slow.behave((_request, response) => response.end(answer271('EB*1**30')));
    const answer = await eventually('an answer of the payer that is back', ask);
    expect(answer).toMatchObject({ outcome: 'active' });
  });

  it.each([
    ['a rejection', 200, answer271('AAA*N**75*C'), RequestRejected],
    ['a page that is not there', 404, '', UnintelligibleAnswer],
    ['no text', 200, Buffer.of(0xff), UnintelligibleAnswer],
  ])('are not left alone for %s: they are there', async (_what, status, body, error) => {
    const of = payersWith(settings('QUICK', quick, { failuresUntilOpen: 1 }));
    quick.behave((_request, response) => response.writeHead(status).end(body));
    for (const call of [1, 2, 3]) {
      await expect(of('QUICK').checkEligibility(eligibilityRequest)).rejects.toThrow(error);
      expect(quick.asked()).toBe(call);
    }
  });

  it('are sent a request once, whatever comes of it', async () => {
    const of = payersWith(settings('SLOW', slow));
    slow.behave((request) => request.socket.resetAndDestroy());
    await expect(of('SLOW').checkEligibility(eligibilityRequest)).rejects.toThrow(PayerUnreachable);
    expect(slow.asked()).toBe(1);
  });
});
