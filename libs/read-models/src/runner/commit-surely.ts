import { type Commit, FencedOff, type ModelStore, Unstorable } from '../store/model-store';
import { persistently } from './persistently';

/** What committing needs of its surroundings. */
export interface CommitSurroundings {
  readonly store: ModelStore;
  readonly signal: AbortSignal;
  readonly onRetry: (model: string, error: unknown, attempt: number) => void;
}

/** Does something with the store until it is done, or can never be. */
export const patiently = <Result>(
  { signal, onRetry }: CommitSurroundings,
  model: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  persistently(work, {
    signal,
    worthRetrying: (error) => !(error instanceof FencedOff || error instanceof Unstorable),
    onRetry: (error, attempt) => onRetry(model, error, attempt),
  });

/** Writes commits together until they are known to be written, or refused. */
export const commitSurely = (around: CommitSurroundings, commits: readonly Commit[]): Promise<void> => {
  const models = commits.map(({ model }) => model).join(', ');
  return patiently(around, models, async () => {
    try {
      await around.store.commit(...commits);
    } catch (error) {
      if (!(error instanceof FencedOff) || !(await haveHappened(around.store, commits))) throw error;
    }
  });
};

/** Commits whose answer was lost did happen when the checkpoints are where they put them, in our own epochs. */
const haveHappened = async (store: ModelStore, commits: readonly Commit[]): Promise<boolean> => {
  const checkpoints = new Map((await store.checkpoints()).map((checkpoint) => [checkpoint.model, checkpoint]));
  return commits.every(({ model, epoch, from, to }) => {
    const checkpoint = checkpoints.get(model);
    return from !== to && checkpoint?.epoch === epoch && checkpoint.position === to;
  });
};
