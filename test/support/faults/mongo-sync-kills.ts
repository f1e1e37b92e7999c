import { expect } from '@jest/globals';
import { startMongo } from '../embedded-mongo';
import { underStrace } from './disk-faults';
import { expectHonestMongo, insertJournal, insertUntilRefused } from './mongo-claims';

/** Kills a node at the nth sync of a thread, for each n, over and over on the same folder; then nothing may be lost or invented. */
export const mongoKillsAtSyncs = async (dataDir: string, syncs: readonly number[]): Promise<void> => {
  const journal = insertJournal();
  for (const n of syncs) {
    const node = await startMongo({ dataDir, under: underStrace('fdatasync', `signal=KILL:when=${String(n)}`) });
    await insertUntilRefused(node.url, journal, { writers: 4 });
    await node.kill();
  }
  const node = await startMongo({ dataDir });
  expect(journal.sent.size).toBeGreaterThan(journal.acknowledged.length);
  await expectHonestMongo(node.url, journal);
  await node.stop();
};
