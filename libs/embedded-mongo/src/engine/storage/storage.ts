import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';
import { Claims } from './claims';
import { scanDatabase } from './scan-database';
import { StoredTransaction } from './stored-transaction';
import type { Entry, KeyRange, Reader, Unit } from './unit';

type Job = {
  readonly run: (unit: Unit, sequence: number) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

const binary = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;

/**
 * Keys and values in one LMDB file. Writes that arrive while the last group is being committed form the next group; a
 * write resolves when its group is on the disk, not before.
 */
export class Storage implements Reader {
  readonly claims = new Claims();
  private readonly root: RootDatabase<Buffer, Buffer>;
  private readonly database: Database<Buffer, Buffer>;
  private waiting: Job[] = [];
  private committing: Promise<void> | undefined;
  private sequence = 0;
  private visible = 0;

  constructor(folder: string) {
    // Told, since lmdb takes a path with a dot in its last part for a file.
    this.root = open<Buffer, Buffer>({ path: folder, noSubdir: false, ...binary });
    this.database = this.root.openDB<Buffer, Buffer>({ name: 'entries', ...binary });
  }

  get(key: Buffer): Buffer | undefined {
    return this.database.getBinary(key);
  }

  scan(range: KeyRange, limit: number): readonly Entry[] {
    return scanDatabase(this.database, range, limit);
  }

  /** How many keys the range has. */
  count({ low, high }: KeyRange): number {
    return this.database.getKeysCount({ start: low, end: high });
  }

  /** Runs `job` with reads and writes on the newest state; resolves with its result when that is durable. */
  write<Result>(job: (unit: Unit, sequence: number) => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const effects: (() => void)[] = [];
      let finish = (): void => undefined;
      this.waiting.push({
        run: (unit, sequence) => {
          const result = job({ ...unit, afterCommit: (effect) => effects.push(effect) }, sequence);
          finish = () => {
            for (const effect of effects) effect();
            resolve(result);
          };
        },
        done: () => {
          finish();
        },
        failed: reject,
      });
      this.committing ??= this.commitWaiting();
    });
  }

  /** A transaction on the state of now. End it with `commit` or `abort`. */
  begin(): StoredTransaction {
    const reading = this.database.useReadTransaction();
    return new StoredTransaction(
      {
        get: (key) => this.database.get(key, { transaction: reading }),
        scan: (range, limit) => scanDatabase(this.database, range, limit, reading),
      },
      this.claims,
      this.visible,
      () => {
        reading.done();
      },
      (job) => this.write(job),
    );
  }

  /** Number of the newest group of writes that reads can see. */
  get visibleSequence(): number {
    return this.visible;
  }

  async close(): Promise<void> {
    while (this.committing) await this.committing;
    await this.root.close();
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
    const sequence = ++this.sequence;
    const unit = this.directUnit(sequence);
    const written: Job[] = [];
    try {
      await this.root.transaction(() => {
        for (const job of jobs) if (attempt(job, unit, sequence)) written.push(job);
      });
      this.visible = sequence;
      await this.root.flushed;
      for (const job of written) job.done();
    } catch (error) {
      for (const job of written) job.failed(error);
    }
  }

  private directUnit(sequence: number): Unit {
    return {
      get: (key) => this.database.getBinary(key),
      scan: (range, limit) => this.scan(range, limit),
      claim: (key) => {
        this.claims.pass(key, sequence);
      },
      put: (key, value) => {
        void this.database.put(key, value);
      },
      remove: (key) => {
        void this.database.remove(key);
      },
      putEntry: (key, value) => {
        if (value) void this.database.put(key, value);
        else void this.database.remove(key);
      },
      afterCommit: () => undefined,
    };
  }
}

const attempt = (job: Job, unit: Unit, sequence: number): boolean => {
  try {
    job.run(unit, sequence);
    return true;
  } catch (error) {
    job.failed(error);
    return false;
  }
};
