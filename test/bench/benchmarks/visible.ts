import { note, referralBody } from '../../support/bodies';
import { client } from '../../support/http';
import { startSystem } from '../../support/system';
import type { Benchmark } from '../benchmark';
import { quantile } from '../quantile';

const perSecond = 100;
const count = 2_000;
const warmUp = 300;
const referrals = 50;

interface Lag {
  /** From the command's answer to the first answer that shows it, ms. */
  readonly shown: number;
  /** The same question asked again at once, when there is nothing to wait for, ms. */
  readonly again: number;
}

/** How soon after a command's answer a query shows it, at a moderate and steady rate. */
export const visible: Benchmark = {
  name: 'visible',
  summary: 'How soon a query shows a command, at 100 commands a second.',
  run: async () => {
    // Without process managers, whose work would be measured with that of the callers.
    const system = await startSystem();
    try {
      const { get, post } = client(system.url);
      const ids: string[] = [];
      for (let number = 0; number < referrals; number += 1)
        ids.push((await post('/referrals', referralBody())).body.referralId);
      const look = async (number: number): Promise<Lag | null> => {
        const id = ids[number % ids.length] ?? '';
        const { status, body } = await post(`/referrals/${id}/add-note`, note(`Synthetic note ${String(number)}`));
        const path = `/referrals/${id}/actions?atLeast=${String(body.position)}`;
        const answeredAt = performance.now();
        const first = await get(path);
        const shownAt = performance.now();
        await get(path);
        const ok = status === 200 && first.status === 200;
        return ok ? { shown: shownAt - answeredAt, again: performance.now() - shownAt } : null;
      };
      // Who is not answered at all was not shown anything either.
      const looked = (number: number) => look(number).catch(() => null);
      const lags = (await atRate(warmUp + count, looked)).slice(warmUp);
      const seen = lags.filter((lag) => lag !== null);
      const shown = seen.map((lag) => lag.shown);
      const peer = {
        name: 'the same query, nothing to wait for',
        figure: quantile(
          seen.map(({ again }) => again),
          0.5,
        ),
      };
      const beside = `p99 ${quantile(shown, 0.99).toFixed(1)} ms`;
      return {
        rows: [
          {
            name: `append to visible, ${String(perSecond)}/s, p50`,
            figure: quantile(shown, 0.5),
            unit: 'ms',
            peer,
            beside,
          },
        ],
        checks: [{ name: 'visible: every command is shown within 5 s', violations: lags.length - seen.length }],
      };
    } finally {
      await system.dispose();
    }
  },
};

/** Begins one piece of work every so often, whether those before have ended or not, so that a slow answer slows no question. */
const atRate = async <Result>(
  pieces: number,
  work: (number: number) => Promise<Result>,
): Promise<readonly Result[]> => {
  const startedAt = performance.now();
  const begun: Promise<Result>[] = [];
  while (begun.length < pieces) {
    const due = startedAt + (begun.length * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    begun.push(work(begun.length));
  }
  return Promise.all(begun);
};
