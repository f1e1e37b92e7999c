import { projections } from '@referral/projections';
import { dice } from '../dice';
import { eventually } from '../eventually';
import type { Program, System } from '../system';
import type { Journal } from './journal';

const programs: readonly Program[] = ['event-store', 'mongo', 'api', 'projector'];

/** Acknowledgements between two kills, at most: enough that some fall into every kind of moment. */
const BETWEEN_KILLS = 60;

/** How long the system may take until it answers again, ms. Far above what it takes: the figure is reported, not asserted. */
const RECOVERS_WITHIN_MS = 30_000;

/** What was killed, and how long it took until the system called itself ready again. */
export interface Kill {
  readonly program: Program;
  readonly readyAfterMs: number;
}

/**
 * Kills processes one after the other, in rounds that hit each of them once, each after some more acknowledgements, so that it hits a
 * system at work. One kill in three comes before the system has recovered from the one before.
 */
export const killAtRandom = async (
  system: System,
  { journal, seed, count }: { readonly journal: Journal; readonly seed: number; readonly count: number },
): Promise<readonly Kill[]> => {
  const throws = dice(seed);
  const rounds = Array.from({ length: Math.ceil(count / programs.length) }, () => throws.shuffled(programs));
  const kills: Promise<Kill>[] = [];
  for (const program of rounds.flat().slice(0, count)) {
    const target = journal.acknowledged.length + 1 + throws.number(BETWEEN_KILLS);
    await eventually('callers are answered', () => (journal.acknowledged.length >= target ? true : undefined), 60_000);
    const killedAt = performance.now();
    await system.kill(program);
    const recovered = ready(system.url).then(() => ({ program, readyAfterMs: performance.now() - killedAt }));
    kills.push(recovered);
    if (throws.number(3) > 0) await recovered;
  }
  return Promise.all(kills);
};

/** Resolves when the system calls itself ready. */
export const ready = (url: string): Promise<boolean> =>
  eventually(
    'the system is ready again',
    async () => {
      const answer = await fetch(`${url}/health/ready`);
      if (answer.status === 200) return true;
      throw new Error(await answer.text());
    },
    RECOVERS_WITHIN_MS,
  );

/** Resolves when every read model shows the whole log, with nothing set aside. */
export const current = (url: string): Promise<boolean> =>
  eventually(
    'every read model is current',
    async () => {
      const report = (await (await fetch(`${url}/health/ready`)).json()) as Report;
      const lags = report.projections;
      if (lags.length === projections.length && lags.every((lag) => lag.current && lag.parked === 0)) return true;
      throw new Error(JSON.stringify(report));
    },
    RECOVERS_WITHIN_MS,
  );

/** What the readiness check says of the read models. */
interface Report {
  readonly projections: readonly { readonly current: boolean; readonly parked: number }[];
}
