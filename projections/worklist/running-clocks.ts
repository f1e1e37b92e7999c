import { isTerminal, type ReferralEvent, type RegisteredReferral } from '@referral/referral';
import type { Urgency } from '@referral/values';
import { utc } from '../shared/utc';
import { type Clock, clocks, isStopped, startOf } from './clock-rules';
import { due } from './due';

/** A clock that runs. Whether it is breached depends on when one asks. */
export interface RunningClock {
  readonly clock: Clock;
  readonly cycle: number;
  readonly startedAt: string;
  readonly dueAt: string;
  /** The urgency that `dueAt` is computed for. */
  readonly urgency: Urgency;
  readonly paused: boolean;
}

/** How soon the patient must be seen: as assigned, or as claimed until somebody has assigned it. */
export const urgencyOf = ({ facets }: RegisteredReferral): Urgency => facets.urgency.assigned ?? facets.urgency.claimed;

/** The clocks that run after an event. A changed urgency moves the due times of those that run already, from their own start. */
export const runOn = (
  running: readonly RunningClock[],
  event: ReferralEvent,
  after: RegisteredReferral,
): readonly RunningClock[] => {
  if (isTerminal(after.stage)) return [];
  const urgency = urgencyOf(after);
  const left = running
    .filter(({ clock }) => !isStopped(clock, event, after))
    .map((one) => (one.urgency === urgency ? one : begin(one.clock, after, one.startedAt, one.cycle)));
  const begun = clocks.flatMap((clock) => {
    const startedAt = startOf(clock, event, after);
    const runs = left.some((one) => one.clock === clock);
    return startedAt === null || runs ? [] : [begin(clock, after, startedAt, after.cycle)];
  });
  return left.length === running.length && begun.length === 0 && left.every((one, at) => one === running[at])
    ? running
    : [...left, ...begun];
};

const begin = (clock: Clock, referral: RegisteredReferral, startedAt: string, cycle: number): RunningClock => {
  const urgency = urgencyOf(referral);
  const dueAt = due(clock, urgency, startedAt, referral.registration.direction);
  return { clock, cycle, startedAt: utc(startedAt), dueAt, urgency, paused: false };
};
