import autocannon from 'autocannon';

/** What a burst of requests came to. */
export interface Burst {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests that were not answered, or not with success. */
  readonly failed: number;
}

/** Sends so many requests over 50 connections; `request` makes the one with a number. */
export const fire = async (
  url: string,
  amount: number,
  request: (number: number) => { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string },
): Promise<Burst> => {
  let number = 0;
  const setupRequest = (template: object) => {
    const headers = { 'content-type': 'application/json' };
    const made = { ...template, ...request(number), headers };
    number += 1;
    return made;
  };
  const startedAt = performance.now();
  const result = await autocannon({ url, connections: 50, amount, requests: [{ setupRequest }] });
  const { p50, p99 } = result.latency;
  return {
    perSecond: (amount / (performance.now() - startedAt)) * 1_000,
    p50,
    p99,
    failed: amount - result['2xx'],
  };
};
