import type { DomainEvent } from './domain-event';
import type { RecordedEvent } from './recorded-event';

/**
 * What few and seldom events of some streams say to everybody of a tenant, such as what a site has published: one fold for each tenant.
 * Pure, like a projection.
 */
export interface Knowledge<Known = unknown, Event extends DomainEvent = DomainEvent> {
  /** Categories of the streams that tell it. */
  readonly categories: readonly string[];
  /** Before the first event. */
  readonly initial: Known;
  learn(this: void, known: Known, event: RecordedEvent<Event>): Known;
}
