import { type Condition, everything, matches, nothing } from '@referral/conditions';
import { mayCallAt } from '@referral/referral';
import { addBusinessDays, type BusinessCalendar, endOfBusinessDay } from '@referral/sla-policy';
import { utc } from '../shared/utc';
import { baseFilter, type Sight } from './base-filter';
import type { Queue, QueueCondition, QueueDeadline, QueueQuery, ReferralQueue, Relative } from './queue';
import { queueKey } from './queue-keys';
import { queues, referralQueues } from './queues';
import { breachesAt, type WorklistRow } from './worklist-entry';

/** Who looks, and when. */
export interface Onlooker extends Sight {
  /** UTC with milliseconds. Keep it over the pages of one query. */
  readonly now: string;
  /** Users who are away at that time. */
  readonly absent: readonly string[];
  /** When the site works. */
  readonly calendar: BusinessCalendar;
}

/** A queue, why a referral stands in it, and until when something is to be done. */
export interface Standing {
  readonly queue: ReferralQueue;
  readonly why: string;
  readonly deadline: QueueDeadline | null;
}

/** What to ask the read model for a queue. */
export const queueQuery = (queue: Queue, onlooker: Onlooker): QueueQuery => {
  const { filter, sort, breachedBy, countsReferrals } = queue;
  return {
    filter:
      queue.of === 'worklist'
        ? {
            all: [
              keyed(queue, onlooker),
              resolve(stillOpen(filter), onlooker),
              ...baseFilter(sightInto(queue, onlooker)),
            ],
          }
        : resolve(filter, onlooker),
    sort: [...sort, { path: '_id', order: 'ascending' }],
    ...(breachedBy === undefined ? {} : { first: { path: breachedBy, is: 'before', value: onlooker.now } }),
    ...(countsReferrals && { counting: { ...countsReferrals, projection: 'worklist', filter: open } }),
  };
};

const open: Condition = { path: 'open', is: 'equals', value: true };

/** All queues in which a referral stands at an instant. */
export const standings = (entry: WorklistRow, onlooker: Onlooker): readonly Standing[] => {
  const item = { ...entry, ...breachesAt(entry, onlooker.now) };
  return referralQueues
    .filter(({ filter }) => matches({ ...entry }, resolve(filter, onlooker)))
    .map((queue) => ({ queue, why: queue.why(item), deadline: queue.deadline(item) }));
};

/** Whether a queue is about those who are away: others need not know them. */
export const concernsAbsent = ({ filter }: Queue): boolean => asksForAbsent(filter);

/** The queue with a slug. */
export const queueBySlug = (slug: string): Queue | null => queues.find((queue) => queue.slug === slug) ?? null;

/** What is the onlooker's own is shown whatever its team is: one may stand in for somebody of another. */
const sightInto = (queue: ReferralQueue, onlooker: Onlooker): Sight =>
  queue.people && !asksForAbsent(queue.filter) ? { ...onlooker, teams: null } : onlooker;

/** What the index of the queues is asked. */
const keyed = (queue: ReferralQueue, { userId, absent }: Onlooker): Condition => {
  const path = 'queueKeys';
  if (!queue.people) return { path, is: 'equals', value: queueKey(queue) };
  const people = asksForAbsent(queue.filter) ? absent : [userId];
  return { path, is: 'in', value: people.map((person) => queueKey(queue, person)) };
};

/** What the key of a queue leaves open: the conditions that depend on when and by whom it is looked into. */
const stillOpen = (filter: QueueCondition): QueueCondition =>
  'all' in filter ? { all: filter.all.filter(isRelative) } : { all: isRelative(filter) ? [filter] : [] };

const isRelative = (condition: QueueCondition): boolean => {
  if ('when' in condition) return true;
  if ('all' in condition) return condition.all.some(isRelative);
  if ('any' in condition) return condition.any.some(isRelative);
  switch (condition.is) {
    case 'exists':
      return false;
    case 'some':
      return true;
    case 'in':
      return 'absent' in condition.value;
    case 'equals':
    case 'before':
    case 'atOrBefore':
    case 'after':
    case 'atOrAfter':
      return typeof condition.value === 'object' && condition.value !== null;
  }
};

const asksForAbsent = (condition: QueueCondition): boolean => {
  if ('all' in condition) return condition.all.some(asksForAbsent);
  return 'is' in condition && condition.is === 'in' && 'absent' in condition.value;
};

const resolve = (condition: QueueCondition, onlooker: Onlooker): Condition => {
  if ('when' in condition) return mayCallAt(onlooker.now) ? everything : nothing;
  if ('all' in condition) return { all: condition.all.map((inner) => resolve(inner, onlooker)) };
  if ('any' in condition) return { any: condition.any.map((inner) => resolve(inner, onlooker)) };
  const { path } = condition;
  switch (condition.is) {
    case 'exists':
      return condition;
    case 'some':
      return { path, is: 'some', like: resolve(condition.like, onlooker) };
    case 'in':
      return { path, is: 'in', value: 'absent' in condition.value ? onlooker.absent : condition.value };
    case 'equals': {
      const { value } = condition;
      const known = typeof value === 'object' && value !== null ? valueOf(value, onlooker) : value;
      return { path, is: 'equals', value: known };
    }
    case 'before':
    case 'atOrBefore':
    case 'after':
    case 'atOrAfter': {
      const { value } = condition;
      return { path, is: condition.is, value: typeof value === 'object' ? valueOf(value, onlooker) : value };
    }
  }
};

/** What is due already is due today, also after the site has closed. */
const endOfDay = (now: string, calendar: BusinessCalendar): string => {
  const closing = utc(endOfBusinessDay(now, calendar));
  return closing < now ? now : closing;
};

const hour = 3_600_000;

const valueOf = (value: Relative, { now, userId, calendar }: Onlooker): string => {
  if ('me' in value) return userId;
  if ('endOfDay' in value) return endOfDay(now, calendar);
  const { businessDays, days = 0, hours = 0 } = value;
  const moved = businessDays ? addBusinessDays(now, businessDays, calendar) : now;
  const further = (days * 24 + hours) * hour;
  return further === 0 ? moved : new Date(Date.parse(moved) + further).toISOString();
};
