import { array, ListWriter } from '../bson';
import type { Document, Value } from '../bson';
import { MongoError, refuse } from '../engine/mongo-error';
import { pause } from '../engine/query/pause';
import type { Paused } from '../engine/query/pause';

/** An open cursor and whom it belongs to. */
export type Cursor = {
  readonly id: bigint;
  readonly namespace: string;
  readonly source: Iterator<Paused<Document>>;
  /** Session, and the transaction in it, that opened the cursor; others may not read from it. */
  readonly owner: string;
  pushedBack: Document | undefined;
  usedAt: number;
  killed: boolean;
};

/** One batch of a cursor's documents. */
export type Batch = { readonly documents: Value; readonly finished: boolean };

/** Batches end before they would exceed a message of 16 MiB. */
const largestBatch = 16 * 1024 * 1024;
const idleMinutes = 10;
const sliceMilliseconds = 10;

/** Cursors that clients have open. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private lastId = BigInt(Math.floor(Math.random() * 2 ** 31)) << 20n;

  create(namespace: string, source: Iterator<Paused<Document>>, owner: string): Cursor {
    const cursor = {
      id: ++this.lastId,
      namespace,
      source,
      owner,
      pushedBack: undefined,
      usedAt: Date.now(),
      killed: false,
    };
    this.open.set(cursor.id, cursor);
    return cursor;
  }

  find(id: bigint): Cursor {
    const cursor = this.open.get(id);
    if (!cursor) throw refuse('CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    return cursor;
  }

  /** Closes a cursor; false when there is none. */
  close(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (!cursor) return false;
    cursor.killed = true;
    // What it reads from may hold a file.
    cursor.source.return?.();
    return this.open.delete(id);
  }

  closeOf(session: string): void {
    for (const cursor of this.open.values())
      if (cursor.owner.startsWith(session) && session !== '') this.close(cursor.id);
  }

  /** Closes cursors nobody has read from for ten minutes. */
  closeIdle(now: number): void {
    for (const cursor of this.open.values()) if (now - cursor.usedAt > idleMinutes * 60_000) this.close(cursor.id);
  }

  get count(): number {
    return this.open.size;
  }
}

/** Reads the next batch, giving others a turn every few milliseconds. */
export const nextBatch = async (cursor: Cursor, size: number, check: () => void): Promise<Batch> => {
  const batch = new ListWriter();
  let bytes = 0;
  const upTo = (finished: boolean): Batch => ({ documents: array(batch.finish()), finished });
  let started = performance.now();
  while (batch.count < size) {
    const document = cursor.pushedBack ?? pull(cursor);
    cursor.pushedBack = undefined;
    if (document === undefined) return upTo(true);
    if (document === pause) {
      if (performance.now() - started > sliceMilliseconds) {
        await new Promise(setImmediate);
        started = performance.now();
      }
      check();
      if (cursor.killed) throw new MongoError('CursorKilled', 'the cursor was killed', {}, 237);
      continue;
    }
    const length = document.bytes().length;
    if (batch.count > 0 && bytes + length > largestBatch) {
      cursor.pushedBack = document;
      break;
    }
    batch.add(document);
    bytes += length;
  }
  return upTo(false);
};

const pull = (cursor: Cursor): Paused<Document> | undefined => {
  const next = cursor.source.next();
  return next.done === true ? undefined : next.value;
};
