import { describe, expect, it } from '@jest/globals';
import { dice } from '../support/dice';
import { startMongo } from '../support/embedded-mongo';
import { fillWide, nonsense, openSleeper, sendAndEnd } from '../support/mongo-trouble';
import { openIdle, residentMegabytes, slowestAnswer } from '../support/raw-mongo-clients';

const LIMIT_MILLISECONDS = 600_000;
const IDLE = 5_000;
const SLEEPERS = 25;
const NONSENSE = 10_000;
/** Whoever is held up waits for minutes: for those that never read, or never go on. A busy machine takes some seconds. */
const HELD_UP_MILLISECONDS = 30_000;

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

describe(`clients in long trouble (FAULT_SEED=${String(seed)})`, () => {
  it(
    `hold up nobody: ${String(IDLE)} that wait, ${String(SLEEPERS)} that do not read, ${String(NONSENSE)} that talk nonsense`,
    async () => {
      const node = await startMongo();
      try {
        await fillWide(node.url, 20);
        await slowestAnswer(node.url);
        const before = residentMegabytes(node.pid);
        const idle = await openIdle(node.url, IDLE);
        const sleepers = await Promise.all(Array.from({ length: SLEEPERS }, () => openSleeper(node.url, 60)));
        const besideSleepers = await slowestAnswer(node.url, 200);
        expect(residentMegabytes(node.pid) - before).toBeLessThan(600); // 1,500 MB were asked for
        for (const bytes of nonsense(dice(seed), NONSENSE)) await sendAndEnd(node.url, bytes);
        const afterNonsense = await slowestAnswer(node.url, 200);
        for (const one of [...idle, ...sleepers]) one.destroy();
        const afterHangUp = await slowestAnswer(node.url, 200);
        expect(residentMegabytes(node.pid) - before).toBeLessThan(600);
        expect(node.errors()).toBe('');
        for (const slowest of [besideSleepers, afterNonsense, afterHangUp])
          expect(slowest).toBeLessThan(HELD_UP_MILLISECONDS);
      } finally {
        expect(await node.stop()).toBe(0);
      }
    },
    LIMIT_MILLISECONDS,
  );
});
