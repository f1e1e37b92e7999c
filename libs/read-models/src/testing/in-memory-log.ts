import {
  comparePositions,
  type DomainEvent,
  type EventLog,
  type EventMetadata,
  type FollowOptions,
  type LogMessage,
  type LogPosition,
} from '@referral/eventsourcing';
import { type StreamMessage, sourceOf } from '../runner/delivery';

/** A log in memory, to which a specification appends. */
export class InMemoryLog implements EventLog {
  readonly #messages: StreamMessage[] = [];
  readonly #lengths = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  /** How often each message is told: 2 is at-least-once delivery at its worst. */
  repeat = 1;
  followed = 0;

  /** Appends an event of tenant `tenantId`, by default `t1`. Positions go up in steps of 10. */
  append(streamId: string, event: DomainEvent, tenantId = 't1'): LogPosition {
    return this.#add((position) => ({
      kind: 'event',
      event: {
        ...event,
        streamId,
        revision: this.#revision(streamId),
        position,
        metadata: metadataOf(event, tenantId, position),
      },
    }));
  }

  /** Appends something that cannot be opened. */
  appendUnreadable(streamId: string): LogPosition {
    return this.#add((position) => ({
      kind: 'unreadable',
      streamId,
      revision: this.#revision(streamId),
      position,
      eventType: 'Unknown',
      reason: 'not JSON',
    }));
  }

  /** Puts an event in the place of one that could not be opened, as a repaired decoder does. */
  repair(at: LogPosition, event: DomainEvent, tenantId = 't1'): void {
    const index = this.#messages.findIndex((message) => comparePositions(sourceOf(message).position, at) === 0);
    const found = this.#messages[index];
    if (!found) throw new Error('Nothing stands there.');
    const { streamId, revision, position } = sourceOf(found);
    const metadata = metadataOf(event, tenantId, position);
    this.#messages[index] = { kind: 'event', event: { ...event, streamId, revision, position, metadata } };
  }

  head(): Promise<LogPosition | null> {
    const last = this.#messages.at(-1);
    return Promise.resolve(last ? sourceOf(last).position : null);
  }

  async *follow({ after, categories, signal }: FollowOptions): AsyncIterable<LogMessage> {
    this.followed += 1;
    for (let next = 0; !signal.aborted; next += 1) {
      const message = this.#messages[next];
      if (!message) {
        yield { kind: 'caughtUp' };
        if (next >= this.#messages.length) await this.#change(signal);
        next -= 1;
        continue;
      }
      const { streamId, position } = sourceOf(message);
      if (after && comparePositions(position, after) <= 0) continue;
      if (!categories.some((category) => streamId.startsWith(`${category}-`))) continue;
      for (let time = 0; time < this.repeat; time += 1) yield message;
    }
  }

  #add(make: (position: LogPosition) => StreamMessage): LogPosition {
    const commit = BigInt(this.#messages.length + 1) * 10n;
    const position = { commit, prepare: commit };
    this.#messages.push(make(position));
    for (const wake of [...this.#waiting]) wake();
    return position;
  }

  /** Of the next message of a stream. */
  #revision(streamId: string): bigint {
    const length = this.#lengths.get(streamId) ?? 0;
    this.#lengths.set(streamId, length + 1);
    return BigInt(length);
  }

  #change(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

const metadataOf = (event: DomainEvent, tenantId: string, { commit }: LogPosition): EventMetadata => ({
  eventId: `event-${commit}`,
  eventType: event.type,
  schemaVersion: 1,
  tenantId,
  occurredAt: event.occurredAt,
  recordedAt: event.occurredAt,
  actor: { userId: 'u1', kind: 'human', roles: ['coordinator'] },
  source: { channel: 'api' },
  commandId: `command-${commit}`,
  commandType: 'Count',
  commandHash: '',
  correlationId: 'c1',
  causationId: 'c1',
  prevHash: '',
  hash: '',
});
