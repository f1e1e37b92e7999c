import { MongoError } from '../mongo-error';
import type { Storage } from '../storage/storage';
import type { StoredTransaction } from '../storage/stored-transaction';
import { WriteConflict } from '../storage/unit';
import type { Reader, Unit } from '../storage/unit';

/** Where a command reads and writes: a transaction, or the newest state in units of its own. */
export type Work = {
  readonly reader: Reader;
  readonly transaction: StoredTransaction | undefined;
  /** Runs a job as one unit. A `WriteConflict` it lets out is waited for and the job run again, or becomes error 112. */
  readonly run: <Result>(job: (unit: Unit) => Result) => Promise<Result>;
};

const conflict = (): MongoError =>
  new MongoError(
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    {},
    undefined,
    ['TransientTransactionError'],
  );

/** Work on the newest state. Nothing a job did before it threw may have been written. */
export const freeWork = (storage: Storage): Work => ({
  reader: storage,
  transaction: undefined,
  run: async (job) => {
    for (;;) {
      try {
        return await storage.write(job);
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
        await error.settled;
      }
    }
  },
});

/** Work inside a transaction, which nothing else sees until it commits. */
export const transactionWork = (transaction: StoredTransaction): Work => ({
  reader: transaction,
  transaction,
  run: (job) =>
    new Promise((resolve, reject) => {
      try {
        resolve(job(transaction));
      } catch (error) {
        reject(error instanceof WriteConflict ? conflict() : asError(error));
      }
    }),
});

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
