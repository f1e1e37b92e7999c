import { Unstorable } from '../store/model-store';
import { commitSurely, type CommitSurroundings } from './commit-surely';
import type { Delivery } from './delivery';
import type { ModelWriter } from './model-writer';

/**
 * Takes a small batch into several models in one transaction: most of what that costs is the transaction. When one of them makes a
 * document that cannot be stored, each takes the batch in by itself, so that it holds up no other: still in the turn of this batch, since
 * the next one may be waiting already.
 */
export const applyTogether = async (
  around: CommitSurroundings,
  writers: readonly ModelWriter[],
  deliveries: readonly Delivery[],
  through: string,
): Promise<void> =>
  inTurnOfAll(writers, async () => {
    try {
      await takeTogether(around, writers, deliveries, through);
    } catch (error) {
      for (const writer of writers) writer.unwritten(error);
      if (!(error instanceof Unstorable)) throw error;
      await Promise.all(writers.map((writer) => writer.takeAlone(deliveries, through)));
    }
  });

/** Takes its place with all writers at once: with each of them it comes before what is asked after it, and after what was asked before. */
const inTurnOfAll = async (writers: readonly ModelWriter[], work: () => Promise<void>): Promise<void> => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = writers.map(
    (writer) =>
      new Promise<void>((resolve) => {
        void writer.inTurn(() => {
          resolve();
          return released;
        });
      }),
  );
  try {
    await Promise.all(reached);
    await work();
  } finally {
    release();
  }
};

const takeTogether = async (
  around: CommitSurroundings,
  writers: readonly ModelWriter[],
  deliveries: readonly Delivery[],
  through: string,
): Promise<void> => {
  const prepared = await Promise.all(
    writers.map(async (writer) => ({ writer, commit: await writer.prepare(deliveries) })),
  );
  const commits = prepared.flatMap(({ commit }) => commit ?? []);
  if (commits.length > 0) await commitSurely(around, commits);
  for (const { writer, commit } of prepared) {
    if (commit) writer.written(commit);
    writer.see(through);
  }
};
