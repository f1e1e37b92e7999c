import type { ClientSession, Collection } from 'mongodb';
import { type Commit, FencedOff, type Row } from '../store/model-store';
import type { collectionsOf } from './collections';
import { inGroups } from './in-groups';

type Collections = ReturnType<typeof collectionsOf>;

/** Rows in one command. Larger messages are copied through fresh memory several times on their way, which costs more than the command. */
const rowsAtOnce = 500;

/** How rows come into a collection. */
export type Add = (rows: Collection<Row>, added: readonly Row[], session: ClientSession) => Promise<void>;

/** Adds rows that are not there. */
export const inserted: Add = async (rows, added, session) => {
  for (const group of inGroups(added, rowsAtOnce)) await rows.insertMany([...group], { session });
};

/** Adds rows whether they are there or not. */
export const replaced: Add = async (rows, added, session) => {
  for (const group of inGroups(added, rowsAtOnce)) {
    const writes = group.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }));
    await rows.bulkWrite(writes, { session });
  }
};

/**
 * Writes commits of several models within one transaction. The checkpoints come first, because they say whether the writer still may:
 * each moves only from the position and in the epoch that its commit knows.
 * @param add how additions and entries come in
 */
export const writeCommits = async (
  collections: Collections,
  commits: readonly Commit[],
  session: ClientSession,
  now: string,
  add: Add,
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
    await writeDocuments(collections, commit, session, add);
    await add(collections.rows(commit.model, 'entries'), commit.entries, session);
    await writeMoves(collections, commit, session);
    await writeBeside(collections, commit, session);
  }
};

const writeDocuments = async (
  collections: Collections,
  { model, additions = [], puts, removals }: Commit,
  session: ClientSession,
  add: Add,
): Promise<void> => {
  const documents = collections.rows(model, 'documents');
  await add(documents, additions, session);
  await replaced(documents, puts, session);
  if (removals.length > 0) await documents.deleteMany({ _id: { $in: removals } }, { session });
};

const writeMoves = async (
  collections: Collections,
  { model, moves = [] }: Commit,
  session: ClientSession,
): Promise<void> => {
  for (const group of inGroups(moves, rowsAtOnce)) {
    const writes = group.map(({ id, position }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { _position: position, _late: true } } },
    }));
    await collections.rows(model, 'entries').bulkWrite(writes, { session });
  }
};

const writeBeside = async (
  collections: Collections,
  { parks, unparks, settles }: Commit,
  session: ClientSession,
): Promise<void> => {
  if (parks.length > 0) {
    const writes = parks.map((event) => ({
      replaceOne: { filter: { _id: event._id }, replacement: event, upsert: true },
    }));
    await collections.parked.bulkWrite(writes, { session });
  }
  if (unparks.length > 0) await collections.parked.deleteMany({ _id: { $in: unparks } }, { session });
  if (settles) await collections.interventions.replaceOne({ _id: settles._id }, settles, { session, upsert: true });
};
