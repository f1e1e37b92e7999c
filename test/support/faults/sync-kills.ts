import { expect } from '@jest/globals';
import { appendJournal, appendUntilRefused, expectHonest } from '../acknowledged-appends';
import { startEventStore } from '../embedded-event-store';
import { underStrace } from './disk-faults';

/** Kills a store at the nth sync of its log, for each n, over and over on the same folder; then nothing may be lost or invented. */
export const killsAtSyncs = async (dataDir: string, syncs: readonly number[]): Promise<void> => {
  const journal = appendJournal();
  for (const n of syncs) {
    const node = await startEventStore({ dataDir, under: underStrace('fdatasync', `signal=KILL:when=${n}`) });
    await appendUntilRefused(node.url, journal, { writers: 4 });
    await node.kill();
  }
  const node = await startEventStore({ dataDir });
  expect(journal.sent.size).toBeGreaterThan(journal.acknowledged.length);
  await expectHonest(node.url, journal);
  await node.stop();
};
