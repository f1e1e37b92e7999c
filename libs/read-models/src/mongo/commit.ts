import type { ClientSession } from 'mongodb';
import { type Commit, FencedOff } from '../store/model-store';
import type { collectionsOf } from './collections';

/**
 * Writes a commit within a transaction. The checkpoint comes first, because it says whether the writer still may: it moves only from
 * the position and in the epoch that the commit knows.
 */
export const writeCommit = async (
  collections: ReturnType<typeof collectionsOf>,
  commit: Commit,
  session: ClientSession,
  now: string,
): Promise<void> => {
  const { model, epoch, from, to, events, entries, parks, unparks, settles } = commit;
  const moved = await collections.checkpoints.updateOne(
    { _id: { $eq: model }, epoch: { $eq: epoch }, position: { $eq: from } },
    { $set: { position: to, updatedAt: now }, $inc: { events, commits: 1 } },
    { session },
  );
  if (moved.matchedCount === 0) throw new FencedOff(model);
  await writeDocuments(collections, commit, session);
  if (entries.length > 0) await collections.rows(model, 'entries').insertMany([...entries], { session });
  if (parks.length > 0) {
    const writes = parks.map((event) => ({
      replaceOne: { filter: { _id: event._id }, replacement: event, upsert: true },
    }));
    await collections.parked.bulkWrite(writes, { session });
  }
  if (unparks.length > 0) await collections.parked.deleteMany({ _id: { $in: unparks } }, { session });
  if (settles) await collections.interventions.replaceOne({ _id: settles._id }, settles, { session, upsert: true });
};

const writeDocuments = async (
  collections: ReturnType<typeof collectionsOf>,
  { model, puts, removals }: Commit,
  session: ClientSession,
): Promise<void> => {
  const documents = collections.rows(model, 'documents');
  if (puts.length > 0) {
    const writes = puts.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }));
    await documents.bulkWrite(writes, { session });
  }
  if (removals.length > 0) await documents.deleteMany({ _id: { $in: removals } }, { session });
};
