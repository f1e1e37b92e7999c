import type { EventStoreDBClient } from '@eventstore/db-client';
import type { FollowOptions, LogPosition } from '@referral/eventsourcing';
import { belongsTo } from '../category';
import { StoreUnavailable } from '../errors';
import {
  EventStore,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StoredMessage,
} from '../event-store';
import { isAfter } from '../position';
import { append } from './append';
import { follow } from './follow';
import { readLog, readStream } from './read';
import { defaultSettings, type EventStoreDbSettings } from './settings';
import { Subscription } from './subscription';
import type { Survey } from './watchdog';
import { connect, dismiss, WritingClient } from './writing-client';

/**
 * EventStoreDB through its official client, with a guard for each known defect of it (ADR 0006). It writes through one client and reads
 * through another, so that replacing the one does not disturb the other. Use one per process.
 */
export class EventStoreDb extends EventStore {
  private readonly settings: EventStoreDbSettings;
  private readonly writer: WritingClient;
  private readonly reader: EventStoreDBClient;
  private readonly closed = new AbortController();

  /**
   * @param connectionString `esdb://...`; credentials belong in it, because given per call they switch to a slower way of appending
   */
  constructor(connectionString: string, settings: Partial<EventStoreDbSettings> = {}) {
    super();
    this.settings = { ...defaultSettings, ...settings };
    this.writer = new WritingClient(connectionString);
    this.reader = connect(connectionString);
  }

  async append(streamId: string, events: readonly EventToStore[], expected: ExpectedRevision): Promise<Appended> {
    if (events.length === 0) throw new RangeError('an append takes at least one event');
    const find = (stream: string, revision: bigint) => this.find(stream, revision);
    return append(this.writer, this.settings, find, streamId, events, expected);
  }

  readStream(streamId: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    return readStream(this.reader, this.settings, streamId, options);
  }

  async *readAll({
    after = null,
    categories,
    max = Infinity,
    direction = 'forwards',
  }: ReadAllOptions = {}): AsyncGenerator<StoredEvent> {
    const concerns = belongsTo(categories);
    let left = max;
    if (left < 1) return;
    for await (const event of readLog(this.reader, this.settings, direction, after)) {
      if (!concerns(event.streamId)) continue;
      yield event;
      left -= 1;
      if (left < 1) return;
    }
  }

  follow({ after, categories, signal }: FollowOptions): AsyncGenerator<StoredMessage> {
    const source = {
      subscribe: (from: LogPosition | null) => new Subscription(this.reader, categories, from),
      survey: (back: LogPosition | null) => this.survey(categories, back),
    };
    return follow(source, this.settings, { after, signal: AbortSignal.any([signal, this.closed.signal]) });
  }

  async head(): Promise<LogPosition | null> {
    for await (const { position } of readLog(this.reader, this.settings, 'backwards', null)) return position;
    return null;
  }

  async close(): Promise<void> {
    this.closed.abort();
    await Promise.all([this.writer.close(), dismiss(this.reader)]);
  }

  private async survey(categories: readonly string[], back: LogPosition | null): Promise<Survey> {
    const concerns = belongsTo(categories);
    let head: LogPosition | null = null;
    for await (const { position, streamId } of readLog(this.reader, this.settings, 'backwards', null)) {
      head ??= position;
      if (!isAfter(position, back)) break;
      if (concerns(streamId)) return { head, missed: position };
    }
    return { head, missed: null };
  }

  private async find(streamId: string, revision: bigint): Promise<Appended> {
    for await (const { position } of this.readStream(streamId, { from: revision, max: 1 }))
      return { revision, position };
    throw new StoreUnavailable(`${streamId} was written and is deleted`);
  }
}
