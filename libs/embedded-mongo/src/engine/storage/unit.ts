/** One stored key with its value. */
export type Entry = { readonly key: Buffer; readonly value: Buffer };

/** Keys from `low` (included) to `high` (excluded), ascending unless `reverse`. */
export type KeyRange = { readonly low: Buffer; readonly high: Buffer; readonly reverse?: boolean };

/** Reads one consistent state of the store. */
export interface Reader {
  get(key: Buffer): Buffer | undefined;
  /** The first entries of the range: at most `limit`, and fewer when they grow beyond a megabyte; none means the end. */
  scan(range: KeyRange, limit: number): readonly Entry[];
}

/** Reads and writes as one unit; what is written can be read back at once. */
export interface Unit extends Reader {
  /** Announces a write to what `key` identifies. Throws `WriteConflict` when another open unit has a part in it. */
  claim(key: Buffer): void;
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Puts or removes an entry that nobody gets by its key: only scans meet it. */
  putEntry(key: Buffer, value: Buffer | null): void;
  /** Runs when the unit has become durable and visible. */
  afterCommit(effect: () => void): void;
  /** Runs when the unit did not become durable: takes back what it has changed in memory. */
  afterFailure(effect: () => void): void;
}

/** Another unit wrote first. `settled` resolves when that one has ended; without it, waiting does not help. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';

  constructor(readonly settled?: Promise<void>) {
    super('WriteConflict');
  }
}
