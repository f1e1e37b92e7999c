import type { ClientSession } from 'mongodb';
import { type Commit, FencedOff } from '../store/model-store';
import type { collectionsOf } from './collections';
import { inGroups } from './in-groups';

type Collections = ReturnType<typeof collectionsOf>;

/**
 * Writes commits of several models within one transaction. The checkpoints come first, because they say whether the writer still may:
 * each moves only from the position and in the epoch that its commit knows.
 */
export const writeCommits = async (
  collections: Collections,
  commits: readonly Commit[],
  session: ClientSession,
  now: string,
): Promise<void> => {
  const moves = commits.map(({ model, epoch, from, to, events }) => ({
    updateOne: {
      filter: { _id: { $eq: model }, epoch: { $eq: epoch }, position: { $eq: from } },
      update: { $set: { position: to, updatedAt: now }, $inc: { events, commits: 1 } },
    },
  }));
  const moved = await collections.checkpoints.bulkWrite(moves, { session });
  if (moved.matchedCount < commits.length) throw new FencedOff(commits.map(({ model }) => model).join(', '));
  for (const commit of commits) {
    await writeDocuments(collections, commit, session);
    await writeBeside(collections, commit, session);
  }
};

/** The same commit for a store that has some of its additions already. */
export const withoutAdditions = ({ additions = [], puts, ...commit }: Commit): Commit => ({
  ...commit,
  puts: [...additions, ...puts],
});

/** Rows in one command. Larger messages are copied through fresh memory several times on their way, which costs more than the command. */
const rowsAtOnce = 500;

const writeDocuments = async (
  collections: Collections,
  { model, additions = [], puts, removals }: Commit,
  session: ClientSession,
): Promise<void> => {
  const documents = collections.rows(model, 'documents');
  for (const rows of inGroups(additions, rowsAtOnce)) await documents.insertMany([...rows], { session });
  for (const rows of inGroups(puts, rowsAtOnce)) {
    const writes = rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }));
    await documents.bulkWrite(writes, { session });
  }
  if (removals.length > 0) await documents.deleteMany({ _id: { $in: removals } }, { session });
};

const writeBeside = async (
  collections: Collections,
  { model, entries, parks, unparks, settles }: Commit,
  session: ClientSession,
): Promise<void> => {
  for (const rows of inGroups(entries, rowsAtOnce))
    await collections.rows(model, 'entries').insertMany([...rows], { session });
  if (parks.length > 0) {
    const writes = parks.map((event) => ({
      replaceOne: { filter: { _id: event._id }, replacement: event, upsert: true },
    }));
    await collections.parked.bulkWrite(writes, { session });
  }
  if (unparks.length > 0) await collections.parked.deleteMany({ _id: { $in: unparks } }, { session });
  if (settles) await collections.interventions.replaceOne({ _id: settles._id }, settles, { session, upsert: true });
};
