import { note, referralBody } from '../../support/bodies';
import { client } from '../../support/http';
import { rawLog } from '../../support/raw-log';
import { startSystem } from '../../support/system';
import type { Benchmark, Check } from '../benchmark';
import { fire } from '../fire';

const referrals = 200;
const warmUp = 2_000;
const amount = 8_000;

/** Commands over HTTP against the running system, with the bare answer of the same server beside it. */
export const http: Benchmark = {
  name: 'http',
  summary: 'Notes over HTTP at 50 connections against the whole system; how soon it is ready.',
  run: async () => {
    const startedAt = performance.now();
    // Without process managers, whose work would be measured with that of the callers.
    const system = await startSystem();
    const readySeconds = (performance.now() - startedAt) / 1_000;
    try {
      const ids = await received(system.url);
      const live = () => fire(system.url, 8_000, () => ({ method: 'GET', path: '/health/live' }));
      const add = (number: number) => ({
        method: 'POST' as const,
        path: `/api/v1/referrals/${ids[number % ids.length] ?? ''}/add-note`,
        body: JSON.stringify(note(`Synthetic note ${String(number)}: prefers mornings.`)),
      });
      await fire(system.url, warmUp, add);
      const before = await live();
      const burst = await fire(system.url, amount, add);
      const after = await live();
      const peer = { name: 'GET /health/live', figure: (before.perSecond + after.perSecond) / 2 };
      const beside = `p50 ${String(burst.p50)} ms, p99 ${String(burst.p99)} ms`;
      return {
        rows: [
          { name: 'HTTP command, 50 connections', figure: burst.perSecond, unit: '/s', peer, beside },
          { name: 'whole system ready, from nothing', figure: readySeconds, unit: 's' },
        ],
        checks: [
          { name: 'http: every request is answered with success', violations: burst.failed },
          ...(await outcome(system.eventStoreUrl, new Set(ids))),
        ],
      };
    } finally {
      await system.dispose();
    }
  },
};

const received = async (url: string): Promise<readonly string[]> => {
  const { post } = client(url);
  const ids: string[] = [];
  for (let number = 0; number < referrals; number += 1) {
    const { body } = await post('/referrals', referralBody());
    ids.push(body.referralId);
  }
  return ids;
};

const outcome = async (eventStoreUrl: string, ids: ReadonlySet<string>): Promise<readonly Check[]> => {
  const log = rawLog(eventStoreUrl);
  let [notes, reordered] = [0, 0];
  const next = new Map<string, number>();
  try {
    for (const { streamId, type, revision } of await log.all()) {
      if (!ids.has(streamId.replace(/^referral-/, ''))) continue;
      if (revision !== (next.get(streamId) ?? 0)) reordered += 1;
      next.set(streamId, revision + 1);
      if (type === 'NoteAdded') notes += 1;
    }
  } finally {
    await log.close();
  }
  return [
    { name: 'http: none is lost, none has effect twice', violations: Math.abs(notes - warmUp - amount) },
    { name: 'http: none is reordered', violations: reordered },
  ];
};
