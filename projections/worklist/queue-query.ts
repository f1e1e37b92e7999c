import type { Condition } from '@referral/conditions';
import { matches } from '@referral/conditions';
import { businessDaysFrom } from './due';
import { queues } from './queues';
import type { Queue, QueueCondition, QueueQuery, Relative } from './queue';
import { atInstant, type WorklistEntry } from './worklist-entry';

/** Who looks, and when. */
export interface Onlooker {
  /** UTC with milliseconds. Keep it over the pages of one query. */
  readonly now: string;
  readonly userId: string;
}

/** A queue and why a referral stands in it. */
export interface Standing {
  readonly queue: Queue;
  readonly why: string;
}

/** What to ask the read model for a queue. */
export const queueQuery = ({ filter, sort, breachedBy }: Queue, onlooker: Onlooker): QueueQuery => ({
  filter: resolve(filter, onlooker),
  sort: [...sort, { path: '_id', order: 'ascending' }],
  ...(breachedBy === undefined ? {} : { first: { path: breachedBy, is: 'before', value: onlooker.now } }),
});

/** All queues in which a referral stands at an instant. */
export const standings = (entry: WorklistEntry, onlooker: Onlooker): readonly Standing[] => {
  const item = atInstant(entry, onlooker.now);
  return queues
    .filter(({ filter }) => matches({ ...entry }, resolve(filter, onlooker)))
    .map((queue) => ({ queue, why: queue.why(item) }));
};

/** The queue with a slug. */
export const queueBySlug = (slug: string): Queue | null => queues.find((queue) => queue.slug === slug) ?? null;

const resolve = (condition: QueueCondition, onlooker: Onlooker): Condition => {
  if ('all' in condition) return { all: condition.all.map((inner) => resolve(inner, onlooker)) };
  if ('any' in condition) return { any: condition.any.map((inner) => resolve(inner, onlooker)) };
  if (condition.is === 'in' || condition.is === 'exists') return condition;
  const { path, value } = condition;
  const known = typeof value === 'object' && value !== null ? valueOf(value, onlooker) : value;
  if (condition.is === 'equals') return { path, is: 'equals', value: known };
  if (typeof known !== 'string' && typeof known !== 'number') throw new TypeError(`${path} cannot be ordered so.`);
  return { path, is: condition.is, value: known };
};

const valueOf = (value: Relative, { now, userId }: Onlooker): string => {
  if ('me' in value) return userId;
  const moved = value.businessDays ? businessDaysFrom(now, value.businessDays) : now;
  return value.days ? new Date(Date.parse(moved) + value.days * 86_400_000).toISOString() : moved;
};
