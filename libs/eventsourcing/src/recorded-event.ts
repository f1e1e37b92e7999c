import type { DomainEvent } from './domain-event';
import type { EventMetadata } from './event-metadata';

/** Where an event stands in the log. EventStoreDB tells two numbers; they are equal for all but legacy transactions. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** What is known of an event also when it cannot be opened. */
export interface EventPlace {
  /** Name of its type, such as `ReferralReceived`. */
  readonly type: string;
  /** `category-id`, e.g. `referral-0190...`. */
  readonly streamId: string;
  /** Place in the stream, from 0. */
  readonly revision: bigint;
  readonly position: LogPosition;
}

/** An event as it was read back: opened (decrypted, upcast) and with its place in its stream and in the log. */
export type RecordedEvent<Event extends DomainEvent = DomainEvent> = Event &
  Omit<EventPlace, 'type'> & {
    readonly metadata: EventMetadata;
    /** Paths of PHI fields whose key was destroyed; they read as `null`. Absent when all could be read. */
    readonly redacted?: readonly string[];
  };
