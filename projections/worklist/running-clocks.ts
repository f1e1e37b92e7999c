import { type Hold, isTerminal, type ReferralEvent, type RegisteredReferral } from '@referral/referral';
import {
  allowedTime,
  clockOf,
  defaultCalendar,
  defaultPolicy,
  dueAfterPauses,
  type PauseReason,
  warnAt,
} from '@referral/sla-policy';
import type { Urgency } from '@referral/values';
import { utc } from '../shared/utc';
import { type Clock, clocks, isStopped, startOf } from './clock-rules';
import { due } from './due';

/** A clock that runs. Whether it is breached depends on when one asks. */
export interface RunningClock {
  readonly clock: Clock;
  readonly cycle: number;
  readonly startedAt: string;
  /** With the pauses that have ended; while one lasts, it moves on with the time. */
  readonly dueAt: string;
  readonly warnAt: string;
  /** The urgency that `dueAt` is computed for. */
  readonly urgency: Urgency;
  readonly paused: boolean;
}

/** How soon the patient must be seen: as assigned, or as claimed until somebody has assigned it. */
export const urgencyOf = ({ facets }: RegisteredReferral): Urgency => facets.urgency.assigned ?? facets.urgency.claimed;

/**
 * The clocks that run after an event. A changed urgency moves the due times of those that run already, from their own start, unless they
 * have passed: what is broken stays broken.
 */
export const runOn = (
  running: readonly RunningClock[],
  event: ReferralEvent,
  after: RegisteredReferral,
): readonly RunningClock[] => {
  if (isTerminal(after.stage)) return [];
  const left = running
    .filter(({ clock }) => !isStopped(clock, event, after))
    .map((one) => (isMovedBy(event, one) ? timed(one.clock, after, one.startedAt, one.cycle) : one));
  const begun = clocks.flatMap((clock) => {
    const startedAt = startOf(clock, event, after);
    const runs = left.some((one) => one.clock === clock);
    return startedAt === null || runs ? [] : [timed(clock, after, startedAt, after.cycle)];
  });
  return left.length === running.length && begun.length === 0 && left.every((one, at) => one === running[at])
    ? running
    : [...left, ...begun];
};

const isMovedBy = (event: ReferralEvent, { urgency, dueAt }: RunningClock): boolean => {
  if (event.type === 'HoldPlaced' || event.type === 'HoldReleased') return true;
  return event.type === 'UrgencyAssigned' && event.data.to !== urgency && utc(event.occurredAt) < dueAt;
};

const timed = (clock: Clock, referral: RegisteredReferral, startedAt: string, cycle: number): RunningClock => {
  const urgency = urgencyOf(referral);
  const { direction } = referral.registration;
  const slaClock = clockOf(defaultPolicy, clock);
  const counting = referral.facets.holds.filter((hold) => pauses(hold, clock, slaClock.pausableBy));
  const stretches = counting.flatMap(({ since, endedAt }) => (endedAt === null ? [] : [{ from: since, to: endedAt }]));
  const gross = due(clock, urgency, startedAt, direction);
  const { unit } = allowedTime(slaClock, urgency, direction);
  const dueAt = utc(dueAfterPauses({ startedAt, dueAt: gross }, stretches, unit, defaultCalendar));
  return {
    clock,
    cycle,
    startedAt: utc(startedAt),
    dueAt,
    warnAt: utc(warnAt(startedAt, dueAt, slaClock.warnAt)),
    urgency,
    paused: counting.some(({ endedAt }) => endedAt === null),
  };
};

const pauses = ({ pausesClocks, reason }: Hold, clock: Clock, pausableBy: readonly PauseReason[]): boolean =>
  pausesClocks.includes(clock) && (pausableBy as readonly string[]).includes(reason);
