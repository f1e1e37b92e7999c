import type { DomainEvent, EventType } from '@referral/eventsourcing';

/** What every fact about a referral may say beside its own fields. */
export interface Recorded {
  /** The order of effective times was broken knowingly: the fact was written down late. */
  readonly lateEntry?: true;
}

/** A fact about a referral. */
export type Fact<Type extends string, Data extends object> = DomainEvent<Type, Data & Recorded>;

/** How the events of a group are stored. */
export type EventTypes<Event extends DomainEvent> = Readonly<Record<Event['type'], EventType>>;

/** Tells the events of a group from all others. */
export const among =
  <Event extends DomainEvent>(types: EventTypes<Event>) =>
  (event: DomainEvent): event is Event =>
    Object.hasOwn(types, event.type);
