import type { DomainEvent, RecordedEvent } from '@referral/eventsourcing';
import type { Errand, Outcome } from './errand';
import type { Site } from './site';

/** What a process is about: the streams of one category, each folded into what the process must know of it. */
export interface Subject<View = unknown, Fact extends DomainEvent = DomainEvent> {
  readonly category: string;
  readonly initialView: View;
  evolve(this: void, view: View, fact: RecordedEvent<Fact>): View;
}

/** An instant that a process has asked to be woken at. */
export interface Timer {
  /** Unique within its instance; setting it again moves it. */
  readonly timerId: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  /** How many things the instance had asked for before: tells the settings of one timer apart. */
  readonly number: number;
  /** What the process wants to remember until then. */
  readonly about?: Readonly<Record<string, string | number | boolean>>;
}

/** What a process reacts to. */
export type Trigger<Fact extends DomainEvent = DomainEvent> =
  | { readonly kind: 'fact'; readonly fact: RecordedEvent<Fact> }
  | { readonly kind: 'timer'; readonly timer: Timer }
  | { readonly kind: 'outcome'; readonly errandId: string; readonly errand: Errand; readonly outcome: Outcome };

/** What a process decides: to have something done, or to be woken. */
export type Decision =
  | { readonly decide: 'give'; readonly errand: Errand }
  | ({ readonly decide: 'setTimer' } & Omit<Timer, 'number'>)
  | { readonly decide: 'clearTimer'; readonly timerId: string };

/** What an instance of a process waits for. */
export interface Waiting {
  readonly timers: Readonly<Record<string, Timer>>;
  readonly errands: Readonly<Record<string, Errand>>;
}

/**
 * A process manager. Each subject has an instance of it, with the subject's id. Pure: what it decides follows from the trigger, from the
 * subject as it is right after the fact (for other triggers: as it is now), from what the instance waits for, from the time, and from
 * what the site has published and set.
 */
export interface Process<View = unknown, Fact extends DomainEvent = DomainEvent> {
  /** Category of the instances' streams, in small letters. */
  readonly name: string;
  readonly subject: Subject<View, Fact>;
  /** @param now when it reacts, by the clock of the server */
  react(this: void, trigger: Trigger<Fact>, view: View, waiting: Waiting, now: string, site: Site): readonly Decision[];
}

/** Wakes the process at an instant, instead of any earlier setting of the same timer. */
export const setTimer = (timerId: string, dueAt: string, about?: Timer['about']): Decision => ({
  decide: 'setTimer',
  timerId,
  dueAt: new Date(dueAt).toISOString(),
  ...(about && { about }),
});

/** Forgets a timer; nothing happens when it is not set. */
export const clearTimer = (timerId: string): Decision => ({ decide: 'clearTimer', timerId });
