import type { DomainEvent, EventType } from '@referral/eventsourcing';
import type { Errand, Outcome } from './errand';
import type { Timer } from './process';

/** What a decision follows from. */
export type Cause =
  | { readonly kind: 'fact'; readonly eventId: string; readonly type: string; readonly revision: number }
  | { readonly kind: 'timer'; readonly timerId: string }
  | { readonly kind: 'outcome'; readonly errandId: string };

/** The process wants to be woken at an instant. */
export type TimerSet = DomainEvent<'TimerSet', Timer & { readonly because: Cause }>;

/** The process wants to be woken no more. */
export type TimerCleared = DomainEvent<'TimerCleared', { readonly timerId: string; readonly because: Cause }>;

/** The process was woken; `lateBySeconds` tells how long after the instant that it had asked for. */
export type TimerFired = DomainEvent<
  'TimerFired',
  {
    readonly timerId: string;
    readonly dueAt: string;
    readonly firedAt: string;
    readonly lateBySeconds: number;
  }
>;

/** The process wants something done. */
export type ErrandGiven = DomainEvent<
  'ErrandGiven',
  { readonly errandId: string; readonly errand: Errand; readonly because: Cause }
>;

/** It was done, or it will not be. */
export type ErrandSettled = DomainEvent<'ErrandSettled', { readonly errandId: string } & Outcome>;

/** The facts of a process. */
export type ProcessEvent = TimerSet | TimerCleared | TimerFired | ErrandGiven | ErrandSettled;

const stored: EventType = { schemaVersion: 1, phi: [] };

/** How they are stored. A process never holds patient data. */
export const processEventTypes: Readonly<Record<ProcessEvent['type'], EventType>> = {
  TimerSet: stored,
  TimerCleared: stored,
  TimerFired: stored,
  ErrandGiven: stored,
  ErrandSettled: stored,
};
