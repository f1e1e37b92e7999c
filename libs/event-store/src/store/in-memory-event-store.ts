import type { FollowOptions, LogPosition } from '@referral/eventsourcing';
import { belongsTo } from './category';
import { RevisionConflict } from './errors';
import {
  EventStore,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StoredMessage,
} from './event-store';
import { isAfter } from './position';
import { Wakeups } from './wakeups';

/** A stored event whose JSON is kept as text, so that no reader shares objects with the writer or with another reader. */
interface Row extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

/** The store for tests and trials: same behaviour as a real one, kept in memory. */
export class InMemoryEventStore extends EventStore {
  private readonly log: Row[] = [];
  private readonly streams = new Map<string, Row[]>();
  private readonly wakeups = new Wakeups();

  /** @param now clock of `created` */
  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  // Settles as the store over the wire does: in a later turn of the event loop, and refusals as rejections.
  async append(streamId: string, events: readonly EventToStore[], expected: ExpectedRevision): Promise<Appended> {
    await Promise.resolve();
    if (events.length === 0) throw new RangeError('an append takes at least one event');
    const stream = this.streams.get(streamId) ?? [];
    const repeated = this.repeated(stream, events, expected);
    if (repeated) return { revision: repeated.revision, position: repeated.position };
    const actual = stream.length === 0 ? null : BigInt(stream.length - 1);
    if (expected !== 'any' && actual !== (expected === 'no_stream' ? null : expected))
      throw new RevisionConflict(streamId, actual);
    this.streams.set(streamId, stream);
    for (const event of events) this.write(stream, streamId, event);
    this.wakeups.wake();
    return this.lastOf(stream);
  }

  async *readStream(streamId: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    await Promise.resolve();
    const { from, max = Infinity, direction = 'forwards' } = options;
    const forwards = direction === 'forwards';
    const rows = (this.streams.get(streamId) ?? []).filter(
      (row) => from === undefined || (forwards ? row.revision >= from : row.revision <= from),
    );
    for (const row of (forwards ? rows : rows.reverse()).slice(0, max)) yield opened(row);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<StoredEvent> {
    await Promise.resolve();
    const { after = null, categories, max = Infinity, direction = 'forwards' } = options;
    const concerns = belongsTo(categories);
    const within = (row: Row) =>
      direction === 'forwards' ? isAfter(row.position, after) : after === null || isAfter(after, row.position);
    const rows = this.log.filter((row) => within(row) && concerns(row.streamId));
    for (const row of (direction === 'forwards' ? rows : rows.reverse()).slice(0, max)) yield opened(row);
  }

  async *follow({ after, categories, signal }: FollowOptions): AsyncGenerator<StoredMessage> {
    const concerns = belongsTo(categories);
    let next = after === null ? 0 : this.log.findIndex((row) => isAfter(row.position, after));
    if (next < 0) next = this.log.length;
    let told = false;
    while (!signal.aborted) {
      const row = this.log[next];
      if (!row) {
        if (!told) yield { kind: 'caughtUp' };
        told = true;
        if (this.log.length === next) await this.wakeups.next(signal);
        continue;
      }
      next += 1;
      if (concerns(row.streamId)) yield { kind: 'event', event: opened(row) };
      else if (next === this.log.length) yield { kind: 'progress', position: row.position };
    }
  }

  head(): Promise<LogPosition | null> {
    return Promise.resolve(this.log.at(-1)?.position ?? null);
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }

  private lastOf(stream: readonly Row[]): Appended {
    const last = stream[stream.length - 1];
    if (!last) throw new RangeError('the stream is empty');
    return { revision: last.revision, position: last.position };
  }

  /** The last event of an append that was written before: the same ids at the same place. */
  private repeated(
    stream: readonly Row[],
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Row | undefined {
    const first = expected === 'any' ? stream.findIndex((row) => row.id === events[0]?.id) : placeAfter(expected);
    if (first < 0) return undefined;
    const same = events.every((event, index) => stream[first + index]?.id === event.id);
    return same ? stream[first + events.length - 1] : undefined;
  }

  private write(stream: Row[], streamId: string, event: EventToStore): void {
    const place = BigInt(this.log.length + 1) * 100n;
    const row: Row = {
      streamId,
      revision: BigInt(stream.length),
      position: { commit: place, prepare: place },
      id: event.id,
      type: event.type,
      data: JSON.stringify(event.data),
      metadata: JSON.stringify(event.metadata),
      created: this.now(),
    };
    stream.push(row);
    this.log.push(row);
  }
}

const placeAfter = (expected: 'no_stream' | bigint): number => (expected === 'no_stream' ? 0 : Number(expected) + 1);

const opened = (row: Row): StoredEvent => ({
  ...row,
  data: JSON.parse(row.data) as unknown,
  metadata: JSON.parse(row.metadata) as unknown,
});
