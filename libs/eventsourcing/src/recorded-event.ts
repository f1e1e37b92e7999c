import type { DomainEvent } from './domain-event';
import type { EventMetadata } from './event-metadata';

/** Where an event stands in the log. EventStoreDB tells two numbers; they are equal for all but legacy transactions. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as it was read back: opened (decrypted, upcast) and with its place in its stream and in the log. */
export type RecordedEvent<Event extends DomainEvent = DomainEvent> = Event & {
  /** `category-id`, e.g. `referral-0190...`. */
  readonly streamId: string;
  /** Place in the stream, from 0. */
  readonly revision: bigint;
  readonly position: LogPosition;
  readonly metadata: EventMetadata;
  /** Paths of PHI fields whose key was destroyed; they read as `null`. Absent when all could be read. */
  readonly redacted?: readonly string[];
};
