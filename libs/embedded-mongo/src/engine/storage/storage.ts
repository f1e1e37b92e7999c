import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';
import type { MongoError } from '../mongo-error';
import type { ValueForm } from './checked-value';
import { Claims } from './claims';
import { commitFailure } from './commit-failure';
import { valueFormOf } from './format';
import { ReadCache } from './read-cache';
import { ScanCache } from './scan-cache';
import { scanDatabase } from './scan-database';
import { StoredTransaction } from './stored-transaction';
import { WriteConflict } from './unit';
import type { Entry, KeyRange, Reader, Unit } from './unit';

type Job = {
  readonly run: (unit: Unit, sequence: number) => void;
  readonly done: () => void;
  /** Takes back what it changed in memory, and is told why. */
  readonly failed: (error: unknown) => void;
};

/**
 * A path with a dot in its last part would be taken for a file. A commit is in the file when, and only if, it succeeds: lmdb's
 * overlapping syncs never tell of one that failed. A batch for each turn of the event loop rejects promises that nobody holds.
 */
const plainCommits = { noSubdir: false, overlappingSync: false, eventTurnBatching: false } as const;

const binary = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;

/**
 * Keys and values in one LMDB file. Writes that arrive while the last group is being committed form the next group; a
 * write resolves when its group is on the disk, not before.
 */
export class Storage implements Reader {
  readonly claims = new Claims();
  private readonly root: RootDatabase<Buffer, Buffer>;
  private readonly database: Database<Buffer, Buffer>;
  private readonly form: ValueForm;
  private readonly cache = new ReadCache();
  private readonly scans = new ScanCache();
  private waiting: Job[] = [];
  private committing: Promise<void> | undefined;
  private sequence = 0;
  private visible = 0;
  /** How often a group was lost: what a transaction saw before may never have come to be. */
  private losses = 0;
  /** Why nothing is written any more. */
  private halted: MongoError | undefined;

  constructor(
    private readonly folder: string,
    private readonly log: (error: unknown) => void,
  ) {
    this.root = open<Buffer, Buffer>({ path: folder, ...plainCommits, ...binary });
    this.database = this.root.openDB<Buffer, Buffer>({ name: 'entries', ...binary });
    this.form = valueFormOf(this.root, this.database.getKeysCount({ limit: 1 }) === 0);
  }

  get(key: Buffer): Buffer | undefined {
    return this.cache.get(key, () => this.read(key));
  }

  scan(range: KeyRange, limit: number): readonly Entry[] {
    return this.scans.get(range, limit, () => scanDatabase(this.database, this.form, range, limit));
  }

  /** How many keys the range has. */
  count({ low, high }: KeyRange): number {
    return this.database.getKeysCount({ start: low, end: high });
  }

  /** Runs `job` with reads and writes on the newest state; resolves with its result when that is durable. */
  write<Result>(job: (unit: Unit, sequence: number) => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const effects: (() => void)[] = [];
      const undoing: (() => void)[] = [];
      let finish = (): void => undefined;
      this.waiting.push({
        run: (unit, sequence) => {
          const result = job(
            {
              ...unit,
              afterCommit: (effect) => effects.push(effect),
              afterFailure: (effect) => undoing.push(effect),
            },
            sequence,
          );
          finish = () => {
            for (const effect of effects) effect();
            resolve(result);
          };
        },
        done: () => {
          finish();
        },
        failed: (error) => {
          for (const undo of undoing.reverse()) undo();
          reject(asError(error));
        },
      });
      this.committing ??= this.commitWaiting();
    });
  }

  /** A transaction on the state of now. End it with `commit` or `abort`. */
  begin(): StoredTransaction {
    const reading = this.database.useReadTransaction();
    const { losses } = this;
    return new StoredTransaction(
      {
        get: (key) => {
          const stored = this.database.get(key, { transaction: reading });
          return stored && this.form.unwrap(key, stored);
        },
        scan: (range, limit) => scanDatabase(this.database, this.form, range, limit, reading),
      },
      this.claims,
      this.visible,
      () => {
        reading.done();
      },
      (job) =>
        this.write((unit, sequence) => {
          if (this.losses > losses) throw new WriteConflict();
          job(unit, sequence);
        }),
    );
  }

  /** Number of the newest group of writes that reads can see. */
  get visibleSequence(): number {
    return this.visible;
  }

  async close(): Promise<void> {
    while (this.committing) await this.committing;
    // What lmdb holds after a failure is not to be waited for; the file is as it would be after a kill.
    if (!this.halted) await this.root.close();
  }

  private async commitWaiting(): Promise<void> {
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const jobs = this.waiting;
      this.waiting = [];
      await this.commit(jobs);
    }
    this.committing = undefined;
  }

  private async commit(jobs: readonly Job[]): Promise<void> {
    if (this.halted) {
      for (const job of jobs) job.failed(this.halted);
      return;
    }
    const sequence = ++this.sequence;
    const unit = this.directUnit(sequence);
    const written = new Set(jobs);
    try {
      await this.root.transaction(() => {
        for (const job of jobs) if (!attempt(job, unit, sequence)) written.delete(job);
      });
    } catch (error) {
      await this.lose(written, error);
      return;
    } finally {
      this.keepAgain();
    }
    this.visible = sequence;
    for (const job of written) job.done();
  }

  /** A group has ended. What is read from here on is read from the state after it, and may be kept. */
  private keepAgain(): void {
    if (!this.halted) this.root.resetReadTxn();
    this.cache.settled();
    this.scans.settled();
  }

  /** A group was not committed: it fails, and so does what waits behind it, since that may have seen what is now taken back. */
  private async lose(written: Iterable<Job>, error: unknown): Promise<void> {
    const { answer, recoverable, cause } = await commitFailure(error, this.folder);
    this.log(cause);
    this.losses++;
    if (!recoverable || !this.isReadable()) {
      this.halted = answer;
      this.log('Nothing is acknowledged until the node is restarted.');
    }
    const lost = [...written, ...this.waiting];
    this.waiting = [];
    for (const job of lost.reverse()) job.failed(answer);
  }

  /** lmdb refuses everything after a root page that could not be written. */
  private isReadable(): boolean {
    try {
      this.root.resetReadTxn();
      this.database.getBinary(Buffer.of(0));
      return true;
    } catch {
      return false;
    }
  }

  private read(key: Buffer): Buffer | undefined {
    const stored = this.database.getBinary(key);
    return stored && this.form.unwrap(key, stored);
  }

  private directUnit(sequence: number): Unit {
    const write = (key: Buffer, value: Buffer | null): void => {
      this.scans.writes(key);
      if (value) void this.database.put(key, this.form.wrap(key, value));
      else void this.database.remove(key);
    };
    return {
      get: (key) => this.read(key),
      scan: (range, limit) => scanDatabase(this.database, this.form, range, limit),
      claim: (key) => {
        this.claims.pass(key, sequence);
      },
      put: (key, value) => {
        this.cache.writes(key);
        write(key, value);
      },
      remove: (key) => {
        this.cache.writes(key);
        write(key, null);
      },
      // Nobody gets it by its key, so it is not among the values that are kept.
      putEntry: write,
      afterCommit: () => undefined,
      afterFailure: () => undefined,
    };
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const attempt = (job: Job, unit: Unit, sequence: number): boolean => {
  try {
    job.run(unit, sequence);
    return true;
  } catch (error) {
    job.failed(error);
    return false;
  }
};
