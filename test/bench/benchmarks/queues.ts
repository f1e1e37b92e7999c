import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { roles } from '@referral/values';
import { eventually } from '../../support/eventually';
import { type Answer, client } from '../../support/http';
import { startSystem } from '../../support/system';
import type { Benchmark, Check } from '../benchmark';
import { quantile } from '../quantile';
import { rawRead } from '../raw-read';

const referrals = 10_000;
const rounds = 20;

/** Far above what taking a seeded log in takes. */
const currentWithinMs = 600_000;

/** Whoever may look into every queue and act on what stands there: who may only read is offered nothing. */
const acting = roles.filter((role) => role !== 'compliance');
const everyone = { 'x-user-id': 'bench', 'x-roles': acting.join(',') };

/** How fast the work queues answer on a ledger of eighteen months, and how fast that is written and taken in. */
export const queues: Benchmark = {
  name: 'queues',
  summary: 'Every queue page, and all counts, on a seeded history of 10,000 referrals; how long seeding took.',
  run: async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'bench-queues-'));
    try {
      const seeding = await timed(() => seed(dataDirectory));
      const startedAt = performance.now();
      const system = await startSystem({ dataDirectory, environment: { REACTOR: '0' } });
      try {
        await current(system.url);
        const takingIn = performance.now() - startedAt;
        const raw = await readRaw(system.eventStoreUrl);
        const { get } = client(system.url);
        const path = '/worklists';
        const looked = await look(get, path);
        const slugs = slugsOf(looked[0]?.answer);
        const pages: Look[] = [];
        for (const slug of slugs) pages.push(...(await look(get, `${path}/${slug}`)));
        const slowest = slugs
          .map((slug) => ({ slug, p95: p95(pages.filter((page) => page.path.endsWith(`/${slug}`))) }))
          .sort((left, right) => right.p95 - left.p95)[0];
        return {
          rows: [
            { name: `seeding ${String(referrals)} referrals`, figure: seeding / 1_000, unit: 's' },
            {
              name: 'their history into all read models',
              figure: (raw.events / takingIn) * 1_000,
              unit: '/s',
              peer: { name: 'raw read of the same events', figure: raw.perSecond },
              beside: `${String(raw.events)} events, from the start of the processes`,
            },
            { name: `page of a queue, p95 of all ${String(slugs.length)}`, figure: p95(pages), unit: 'ms' },
            {
              name: `page of the slowest queue, p95`,
              figure: slowest?.p95 ?? 0,
              unit: 'ms',
              beside: slowest?.slug ?? '',
            },
            { name: 'counts of all queues in one answer, p95', figure: p95(looked), unit: 'ms' },
          ],
          checks: [allAnswered([...looked, ...pages])],
        };
      } finally {
        await system.dispose();
      }
    } finally {
      await rm(dataDirectory, { recursive: true, force: true });
    }
  },
};

interface Look {
  readonly path: string;
  readonly answer: Answer;
  readonly ms: number;
}

type Get = ReturnType<typeof client>['get'];

/** Asks one after the other; the first time, when nothing is warm, is left out. */
const look = async (get: Get, path: string): Promise<readonly Look[]> => {
  const looks: Look[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const askedAt = performance.now();
    const answer = await get(path, everyone);
    looks.push({ path, answer, ms: performance.now() - askedAt });
  }
  return looks.slice(1);
};

const p95 = (looks: readonly Look[]): number =>
  quantile(
    looks.map(({ ms }) => ms),
    0.95,
  );

const slugsOf = (answer: Answer | undefined): readonly string[] => {
  const items: readonly { readonly slug: string }[] = answer?.body.items ?? [];
  return items.map(({ slug }) => slug);
};

const allAnswered = (looks: readonly Look[]): Check => ({
  name: 'queues: every queue answers',
  violations: looks.filter(({ answer }) => answer.status !== 200).length + (looks.length > rounds ? 0 : 1),
});

/** The second reading counts: the first one finds nothing warm. */
const readRaw = async (url: string): ReturnType<typeof rawRead> => {
  const store = EventStoreDBClient.connectionString(url);
  const read = () => rawRead(store, (streamId) => !streamId.startsWith('$'));
  try {
    await read();
    return await read();
  } finally {
    await store.dispose();
  }
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

const seed = async (dataDirectory: string): Promise<void> => {
  const child = spawn(
    process.execPath,
    [resolve('dist/seed/main.js'), '--referrals', String(referrals), '--seed', '7'],
    { env: { ...process.env, DATA_DIR: dataDirectory }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Seeding ended with ${String(code)}.`);
};

const current = (url: string): Promise<true> =>
  eventually(
    'every read model is current',
    async () => {
      // Asked more often, the question itself would slow what it waits for.
      await delay(500);
      const answer = await fetch(`${url}/health/ready`);
      const report = (await answer.json()) as { readonly projections?: readonly { readonly current: boolean }[] };
      return report.projections?.every((projection) => projection.current) === true ? true : undefined;
    },
    currentWithinMs,
  );
