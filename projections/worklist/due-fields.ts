import { never } from '../shared/utc';
import { type Clock, type RunningClock, sortingClocks, type SortingClock } from './running-clocks';
import type { WorklistEntry } from './worklist-entry';

/** When a clock is due; `never` when it does not run. */
export const dueOf = (running: readonly RunningClock[], clock: Clock): string =>
  running.find((one) => one.clock === clock)?.dueAt ?? never;

/** The due times in the forms in which queues sort by them. A paused clock is not due. */
export const nextDue = (
  running: readonly RunningClock[],
): Pick<WorklistEntry, 'due' | 'nextDueAt' | 'nextDueClock' | 'nextDueSort'> => {
  const active = running.filter(({ paused }) => !paused);
  const next = active.reduce<RunningClock | null>(
    (first, one) => (first && first.dueAt <= one.dueAt ? first : one),
    null,
  );
  return {
    due: Object.fromEntries(sortingClocks.map((clock) => [clock, dueOf(active, clock)])) as Readonly<
      Record<SortingClock, string>
    >,
    nextDueAt: next?.dueAt ?? null,
    nextDueClock: next?.clock ?? null,
    nextDueSort: next?.dueAt ?? never,
  };
};
