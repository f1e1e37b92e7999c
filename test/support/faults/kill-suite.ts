import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDb, verifyLog } from '@referral/event-store';
import { type Client, client } from '../http';
import { type RawEvent, rawLog } from '../raw-log';
import { startSystem, type System } from '../system';
import { liveAndRebuilt } from './fresh-rebuild';
import { Journal } from './journal';
import { current, type Kill, killAtRandom, ready } from './killing';
import { startLoad } from './load';
import { contradictions, disorder } from './log-claims';

/** Describes so many kills of a system at work, and what must be true after them. KILL_SEED repeats a run. */
export const describeKills = (count: number): void => {
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

  describe(`${String(count)} kills of a system at work (KILL_SEED=${String(seed)})`, () => {
    const journal = new Journal();
    let system: System;
    let api: Client;
    let events: readonly RawEvent[];
    let kills: readonly Kill[];

    beforeAll(
      async () => {
        system = await startSystem({ environment: { LOG_LEVEL: 'info' } });
        api = client(system.url);
        const load = startLoad(system.url, journal, seed);
        kills = await killAtRandom(system, { journal, seed, count }).catch((cause: unknown) => {
          throw new Error(`What the system said last:\n${system.output().split('\n').slice(-60).join('\n')}`, {
            cause,
          });
        });
        await load.stop();
        await ready(system.url);
        const log = rawLog(system.eventStoreUrl);
        events = await log.all();
        await log.close();
      },
      30_000 + count * 15_000,
    );
    afterAll(() => system.dispose());

    it('leave it ready, with every read model current and nothing set aside', async () => {
      expect(kills).toHaveLength(count);
      process.stdout.write(`${figures(kills, journal, events)}\n`);
      await current(system.url);
    });

    it('lose nothing that was acknowledged, and leave nothing of what was refused', () => {
      expect(journal.acknowledged.length).toBeGreaterThan(count);
      expect(contradictions(events, journal)).toEqual([]);
    });

    it('leave nothing twice: no command, no event, no revision, no reference number', () => {
      expect(disorder(events)).toEqual([]);
    });

    it('are answered honestly: done, refused, or to be tried again, and never with a stack trace', () => {
      const unforeseen = system
        .output()
        .split('\n')
        .filter((line) => line.includes('"INTERNAL_ERROR"'));
      expect({ answers: journal.dishonest, unforeseen }).toEqual({ answers: [], unforeseen: [] });
    });

    it('leave histories that the interface tells as the log has them', async () => {
      for (const referralId of new Set(journal.acknowledged.map((one) => one.referralId))) {
        const { body } = await api.get(`/referrals/${referralId}/history`);
        const told: readonly { readonly eventId: string }[] = body.events;
        const stored = events.filter(({ streamId }) => streamId === `referral-${referralId}`);
        // Processes may have added to it since the log was read.
        const ids = told.map(({ eventId }) => eventId);
        expect(ids.slice(0, stored.length)).toEqual(stored.map(({ id }) => id));
      }
    });

    it('leave every hash chain whole', async () => {
      const store = new EventStoreDb(system.eventStoreUrl);
      const verification = await verifyLog(store);
      await store.close();
      expect(verification).toMatchObject({ intact: true });
    });

    it('leave read models that equal a fresh rebuild, byte for byte', async () => {
      const { url } = system;
      const { live, rebuilt } = await liveAndRebuilt(system, () => current(url));
      expect(Object.keys(live)).toEqual(Object.keys(rebuilt));
      expect(live).toEqual(rebuilt);
    });
  });
};

const figures = (kills: readonly Kill[], { acknowledged, retries }: Journal, events: readonly RawEvent[]): string => {
  const times = kills.map(({ readyAfterMs }) => readyAfterMs).sort((left, right) => left - right);
  const at = (share: number): string => `${String(Math.round(times[Math.ceil(share * times.length) - 1] ?? 0))} ms`;
  return (
    `${String(kills.length)} kills (${kills.map(({ program, readyAfterMs }) => `${program} ${String(Math.round(readyAfterMs))}`).join(', ')}): ${String(acknowledged.length)} acknowledged, ` +
    `${String(retries)} sent again, ${String(events.length)} events; ready again after p50 ${at(0.5)}, p99 ${at(0.99)}`
  );
};
