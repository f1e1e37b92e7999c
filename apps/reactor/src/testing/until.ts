import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition, looking every few milliseconds; fails with what it waited for after 10 s. */
export const until = async (what: string, met: () => Promise<boolean> | boolean): Promise<void> => {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    if (await met()) return;
    await delay(5);
  }
  throw new Error(`It never came to this: ${what}.`);
};
