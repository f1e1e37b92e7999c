import type { Sort } from '@referral/conditions';
import type { Stage } from '@referral/referral';
import type { ClockId } from '@referral/values';
import { never } from '../shared/utc';
import type { QueueCondition, QueueDeadline, Relative } from './queue';

/** Words of which queues are made. */
export const up = (...paths: readonly string[]): Sort => paths.map((path) => ({ path, order: 'ascending' }));
export const down = (...paths: readonly string[]): Sort => paths.map((path) => ({ path, order: 'descending' }));
export const equals = (path: string, value: string | number | boolean): QueueCondition => ({
  path,
  is: 'equals',
  value,
});
export const among = (path: string, ...value: readonly (string | number)[]): QueueCondition => ({
  path,
  is: 'in',
  value,
});
export const stageIs = (...stages: readonly Stage[]): QueueCondition => among('stage', ...stages);
export const isOpen: QueueCondition = equals('open', true);
export const exists = (path: string): QueueCondition => ({ path, is: 'exists', value: true });
export const lacks = (path: string): QueueCondition => ({ path, is: 'exists', value: false });

type Distance = Omit<Extract<Relative, { readonly now: true }>, 'now'>;

/** Its time lies before now, or before another time so far from it. */
export const passed = (path: string, distance: Distance = {}): QueueCondition => ({
  path,
  is: 'before',
  value: { now: true, ...distance },
});

/** Its time lies between now and one so far from it, both included. */
export const within = (path: string, distance: Distance): QueueCondition => ({
  all: [
    { path, is: 'atOrAfter', value: { now: true } },
    { path, is: 'atOrBefore', value: { now: true, ...distance } },
  ],
});

/** Its time comes before the working day ends. */
export const today = (path: string): QueueCondition => ({ path, is: 'atOrBefore', value: { endOfDay: true } });

/** Base sort S0, by the time of one field: what is breached, then by urgency, due time and age. */
export const baseSort = (due = 'nextDueSort') => ({ sort: up('urgencyRank', due, 'receivedAt'), breachedBy: due });

/** What is due and when, or that it is awaited where no clock runs. */
export const dueAt = (what: string, at: string): string =>
  at === never ? `${what} is awaited` : `${what} is due at ${at}`;

/** A deadline, unless there is no due time. */
export const deadline = (at: string | null | undefined, clock: ClockId | null = null): QueueDeadline | null =>
  at === null || at === undefined || at === never ? null : { dueAt: at, clock };

/** The deadline that comes next, whatever it is about. */
export const next = (item: { readonly nextDueAt: string | null; readonly nextDueClock: ClockId | null }) =>
  deadline(item.nextDueAt, item.nextDueClock);
