import { compile, type Row, type Test } from './compile';
import type { ReferralQueue } from './queue';
import { referralQueues } from './queues';
import type { WorklistEntry } from './worklist-entry';

/** The key under which the entries of a queue are found: of all, or of those that concern one user. */
export const queueKey = (queue: { readonly id: string }, person?: string): string =>
  person === undefined ? queue.id : `${queue.id} ${person}`;

const always: Test = () => true;

const tests: readonly { readonly queue: ReferralQueue; readonly test: Test }[] = referralQueues.map((queue) => ({
  queue,
  test: compile(queue.filter) ?? always,
}));

/**
 * The queues in which an entry stands at one time or another, as keys for one index of all queues: what depends on the time or on who
 * looks is asked when somebody looks, and everything else here, once, when the entry is written. A finished referral has none.
 */
export const queueKeysOf = (entry: Omit<WorklistEntry, 'queueKeys'>): readonly string[] => {
  if (!entry.open) return [];
  const row = entry as object as Row; // copying this many fields would take longer than all that is asked of them
  return tests
    .filter(({ test }) => test(row))
    .flatMap(({ queue }) => (queue.people ? keysOfPeople(queue, queue.people(entry)) : [queueKey(queue)]));
};

const keysOfPeople = (queue: ReferralQueue, people: readonly (string | null)[]): readonly string[] => [
  ...new Set(people.flatMap((person) => (person === null ? [] : [queueKey(queue, person)]))),
];
