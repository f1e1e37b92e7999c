import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PayerTimedOut, PayerUnreachable, UnintelligibleAnswer } from '../errors';
import { type MisbehavingPayer, startMisbehavingPayer } from '../testing/misbehaving-payer';
import { exchange } from './exchange';

const answering =
  (status: number, body: string | Buffer = ''): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location: '/elsewhere' }).end(body);

describe('an exchange of documents with a payer', () => {
  let payer: MisbehavingPayer;

  beforeEach(async () => {
    payer = await startMisbehavingPayer();
  });
  afterEach(() => payer.stop());

  it('posts the one and answers the other', async () => {
    payer.behave((request, response) => request.pipe(response.writeHead(200)));
    expect(await exchange(payer.url, 'ISA*00', 10_000)).toBe('ISA*00');
  });

  it('ends when the time is over, whether nothing came or a part', async () => {
    await expect(exchange(payer.url, 'ISA*00', 50)).rejects.toThrow(PayerTimedOut);
    payer.behave((_request, response) => response.writeHead(200).write('ISA*00*'));
    await expect(exchange(payer.url, 'ISA*00', 200)).rejects.toThrow(PayerTimedOut);
  });

  it.each([500, 502, 503, 504, 408, 429])('finds the payer unreachable when it answers HTTP %d', async (status) => {
    payer.behave(answering(status, 'later'));
    await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow(PayerUnreachable);
  });

  it.each([204, 302, 401, 404])(
    'finds nothing to read when the payer answers HTTP %d, and follows it nowhere',
    async (status) => {
      payer.behave(answering(status));
      await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow(UnintelligibleAnswer);
      expect(payer.asked()).toBe(1);
    },
  );

  it('finds the payer unreachable when the connection breaks before or within the answer', async () => {
    payer.behave((request) => request.socket.resetAndDestroy());
    await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow(PayerUnreachable);
    payer.behave((request, response) => {
      response.writeHead(200, { 'content-length': 1_000 }).write('ISA*00*', () => request.socket.resetAndDestroy());
    });
    await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow(PayerUnreachable);
  });

  it('finds the payer unreachable when nobody listens', async () => {
    await payer.stop();
    await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow('ECONNREFUSED');
  });

  it('takes no bytes that are no text', async () => {
    payer.behave(answering(200, Buffer.from([0x49, 0x53, 0x41, 0xff, 0xfe])));
    await expect(exchange(payer.url, 'ISA*00', 10_000)).rejects.toThrow(UnintelligibleAnswer);
  });

  it('takes no more than an answer can have, however much more would come', async () => {
    payer.behave((_request, response) => {
      const more = (): boolean => response.write('~'.repeat(65_536), () => more());
      more();
    });
    await expect(exchange(payer.url, 'ISA*00', 20_000)).rejects.toThrow(UnintelligibleAnswer);
  });
});
