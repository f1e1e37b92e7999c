import { Document, List, plainDocument } from '../bson';
import type { Value } from '../bson';
import type { Engine } from '../engine/engine';
import { spaceKey } from '../engine/keys/keys';
import { afterPrefix } from '../engine/keys/keys';
import { MongoError } from '../engine/mongo-error';
import type { StoredTransaction } from '../engine/storage/stored-transaction';
import type { Unit } from '../engine/storage/unit';

const sessionsSpace = 2;
/** How long a session is remembered after its last use, as announced in hello (logicalSessionTimeoutMinutes). */
export const sessionMinutes = 30;
/** How long a transaction may stay open (MongoDB's transactionLifetimeLimitSeconds). */
const transactionSeconds = 60;
/** How long a client whose connection broke has to repeat its commit on another: drivers do it at once, or after half a second. */
const abandonedSeconds = 2;
/** Each open transaction holds one of LMDB's 126 readers. */
const mostTransactions = 100;

/** The transaction a session is in, or was in last. */
export type SessionTransaction = {
  readonly number: bigint;
  state: 'open' | 'committing' | 'committed' | 'aborted';
  readonly stored: StoredTransaction;
  readonly timer: NodeJS.Timeout;
  /** Id of the connection that last spoke for it. */
  connection: number;
};

/** Results of retryable writes: what each statement of a numbered command answered. */
export type Remembered = {
  readonly number: bigint;
  readonly committed: boolean;
  readonly statements: ReadonlyMap<number, Document>;
};

/** Sessions of clients: the transaction each is in, and what its last numbered writes answered. */
export class Sessions {
  private readonly transactions = new Map<string, SessionTransaction>();
  private open = 0;

  constructor(private readonly engine: Engine) {}

  /** What is remembered of the session, also from before a restart. */
  recall(session: Buffer): Remembered | undefined {
    const bytes = this.engine.storage.get(spaceKey(sessionsSpace, session));
    return bytes && readRemembered(Document.fromBytes(bytes));
  }

  /** Remembers in the unit of the write itself, so that both are durable or neither. */
  remember(unit: Unit, session: Buffer, { number, committed, statements }: Remembered): void {
    const results = runsOf(statements).map((run): Value => ({ type: 'object', value: plainDocument(run) }));
    const stored = plainDocument({
      number,
      committed,
      usedAt: new Date(),
      statements: { bson: { type: 'array', value: List.of(results) } },
    });
    unit.put(spaceKey(sessionsSpace, session), stored.bytes());
  }

  current(session: Buffer): SessionTransaction | undefined {
    return this.transactions.get(session.toString('hex'));
  }

  begin(session: Buffer, number: bigint, connection: number): SessionTransaction {
    if (this.open >= mostTransactions)
      throw new MongoError('LockTimeout', `More than ${mostTransactions} transactions are open.`, {}, 24, [
        'TransientTransactionError',
      ]);
    const stored = this.engine.storage.begin();
    this.open++;
    const transaction: SessionTransaction = {
      number,
      state: 'open',
      stored,
      connection,
      timer: setTimeout(() => {
        this.abort(transaction);
      }, transactionSeconds * 1000).unref(),
    };
    this.transactions.set(session.toString('hex'), transaction);
    return transaction;
  }

  async commit(session: Buffer, transaction: SessionTransaction): Promise<void> {
    this.close(transaction, 'committing');
    try {
      await transaction.stored.commit((unit) => {
        this.remember(unit, session, { number: transaction.number, committed: true, statements: new Map() });
      });
      transaction.state = 'committed';
    } catch (error) {
      transaction.state = 'aborted';
      throw error;
    }
  }

  abort(transaction: SessionTransaction): void {
    if (transaction.state !== 'open') return;
    this.close(transaction, 'aborted');
    transaction.stored.abort();
  }

  /** The client is done with these sessions: open transactions end, and memories go. */
  async end(sessions: readonly Buffer[]): Promise<void> {
    const known = sessions.filter((session) => this.current(session) ?? this.recall(session));
    for (const session of known) {
      const transaction = this.current(session);
      if (transaction) this.abort(transaction);
      this.transactions.delete(session.toString('hex'));
    }
    if (known.length === 0) return;
    await this.engine.storage.write((unit) => {
      for (const session of known) unit.remove(spaceKey(sessionsSpace, session));
    });
  }

  /** Forgets sessions that were not used for thirty minutes. */
  async forgetOld(now: number): Promise<void> {
    const range = { low: spaceKey(sessionsSpace), high: afterPrefix(spaceKey(sessionsSpace)) };
    await this.engine.storage.write((unit) => {
      for (const { key, value } of unit.scan(range, 10_000)) {
        const usedAt = Document.fromBytes(value).get('usedAt');
        if (usedAt?.type === 'date' && now - Number(usedAt.value) > sessionMinutes * 60_000) unit.remove(key);
      }
    });
    for (const [session, { state }] of this.transactions) if (state === 'aborted') this.transactions.delete(session);
  }

  /**
   * A connection is gone: its open transactions end, unless their client goes on with them on another one. MongoDB waits for its time
   * limit, a minute by default, and lets everybody else who writes the same documents wait with it.
   */
  leave(connection: number): void {
    for (const transaction of this.transactions.values())
      if (transaction.state === 'open' && transaction.connection === connection)
        setTimeout(() => {
          if (transaction.connection === connection) this.abort(transaction);
        }, abandonedSeconds * 1000).unref();
  }

  /** Aborts what is still open. */
  abortAll(): void {
    for (const transaction of this.transactions.values()) this.abort(transaction);
  }

  private close(transaction: SessionTransaction, state: SessionTransaction['state']): void {
    transaction.state = state;
    clearTimeout(transaction.timer);
    this.open--;
  }
}

/** Neighbouring statements with the same result. */
type Run = { readonly id: number; readonly last: number; readonly result: Document };

const runsOf = (statements: ReadonlyMap<number, Document>): readonly Run[] => {
  const runs: Run[] = [];
  for (const [id, result] of statements) {
    const before = runs.at(-1);
    if (before?.last === id - 1 && before.result === result) runs[runs.length - 1] = { ...before, last: id };
    else runs.push({ id, last: id, result });
  }
  return runs;
};

const readRun = (run: Document): readonly (readonly [number, Document])[] => {
  const [id, last, result] = [run.get('id'), run.get('last'), run.get('result')];
  if (id?.type !== 'int' || last?.type !== 'int' || result?.type !== 'object') return [];
  return Array.from({ length: last.value - id.value + 1 }, (_none, at) => [id.value + at, result.value] as const);
};

const readRemembered = (stored: Document): Remembered => {
  const number = stored.get('number');
  const committed = stored.get('committed');
  const statements = stored.get('statements');
  return {
    number: number?.type === 'long' ? number.value : -1n,
    committed: committed?.type === 'bool' && committed.value,
    statements: new Map(
      (statements?.type === 'array' ? statements.value.items : []).flatMap((item) =>
        item.type === 'object' ? readRun(item.value) : [],
      ),
    ),
  };
};
