import type { ClockId, Urgency } from '@referral/values';
import type { BusinessCalendar } from './business-calendar';
import { addAllowedTime, allowedTime, clockOf, warnAt } from './due-at';
import type { PolicyInForce } from './in-force';
import { dueAfterPauses, netTime, type Stretch, within } from './pauses';
import type { AllowedTime, PauseReason, SlaClock } from './sla-policy';

/** A fact of the log that a deadline rests on. */
export interface Evidence {
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
}

/** Time in which somebody else was waited for. It lasts until the evidence of its end, and until now without one. */
export interface Pause {
  readonly reason: string;
  readonly began: Evidence;
  readonly ended?: Evidence;
}

/** From a fact on, a patient must be seen sooner or later than before. */
export interface UrgencyChange {
  readonly to: Urgency;
  readonly evidence: Evidence;
}

/** What ended a run of a clock. */
export interface Stop extends Evidence {
  /** False when nothing that the clock waited for had happened: its question no longer arose. */
  readonly answers: boolean;
}

/** One run of a clock, as the facts of a referral tell it. */
export interface ClockRun {
  readonly clock: ClockId;
  readonly start: Evidence;
  /** At the start. */
  readonly urgency: Urgency;
  /** Of the referral, for the clocks that treat internal referrals otherwise. */
  readonly direction?: string;
  /** What was told of after it had started. */
  readonly urgencyChanges: readonly UrgencyChange[];
  readonly pauses: readonly Pause[];
  readonly stop?: Stop;
}

/** A pause as it bears on a deadline. */
export interface ExplainedPause extends Pause {
  /** False when the policy does not let this reason pause the clock. */
  readonly counts: boolean;
}

/** Why a clock is due when it is. Times that pass are told from the start to the stop, or to the instant that was asked about. */
export interface DeadlineExplanation {
  readonly clock: ClockId;
  readonly name: string;
  readonly start: Evidence;
  readonly stop: Stop | null;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly timeZone: string;
  /** The urgency that the due time is counted for, and the changes that led to it. */
  readonly urgency: Urgency;
  readonly urgencyChanges: readonly (UrgencyChange & { readonly rebased: boolean })[];
  readonly allowed: AllowedTime;
  readonly pauses: readonly ExplainedPause[];
  /** Due without any pause, and with them; while a pause lasts, the latter moves on with the instant that is asked about. */
  readonly grossDueAt: string;
  readonly dueAt: string;
  readonly warnAt: string;
  /** It rests: it was not overdue when somebody else was first waited for. */
  readonly paused: boolean;
  /** It was due before it stopped, or before the instant that was asked about. */
  readonly breached: boolean;
  readonly grossElapsedMinutes: number;
  readonly netElapsedMinutes: number;
}

const minute = 60_000;

const isPausableBy = ({ pausableBy }: SlaClock, reason: string): boolean => pausableBy.includes(reason as PauseReason);

const stretchOf = ({ began, ended }: Pause, asOf: string): Stretch => ({ from: began.at, to: ended?.at ?? asOf });

/** When a clock is due for one urgency, counted from its start. */
interface Due {
  readonly urgency: Urgency;
  readonly allowed: AllowedTime;
  readonly grossDueAt: string;
  readonly dueAt: string;
}

const dueFor = (
  urgency: Urgency,
  { start, direction }: ClockRun,
  clock: SlaClock,
  calendar: BusinessCalendar,
  pauses: readonly Stretch[],
): Due => {
  const allowed = allowedTime(clock, urgency, direction);
  const grossDueAt = addAllowedTime(start.at, allowed, calendar);
  const dueAt = dueAfterPauses({ startedAt: start.at, dueAt: grossDueAt }, pauses, allowed.unit, calendar);
  return { urgency, allowed, grossDueAt, dueAt };
};

/** A change of urgency counts anew from the original start, unless the due time had passed by then: what is broken stays broken. */
const rebase = (run: ClockRun, clock: SlaClock, calendar: BusinessCalendar, pauses: readonly Stretch[]) => {
  let due = dueFor(run.urgency, run, clock, calendar, pauses);
  const inOrder = [...run.urgencyChanges].sort(
    ({ evidence: one }, { evidence: other }) => Date.parse(one.at) - Date.parse(other.at),
  );
  const urgencyChanges = inOrder.map((change) => {
    const rebased = Date.parse(due.dueAt) > Date.parse(change.evidence.at);
    if (rebased) due = dueFor(change.to, run, clock, calendar, pauses);
    return { ...change, rebased };
  });
  return { due, urgencyChanges };
};

/** A deadline as far as it is needed to watch it. */
export type DeadlineTimes = Pick<
  DeadlineExplanation,
  'urgency' | 'urgencyChanges' | 'allowed' | 'pauses' | 'grossDueAt' | 'dueAt' | 'warnAt' | 'paused'
> & { readonly stretches: readonly Stretch[] };

/**
 * When a run of a clock is due, by the policy version that binds it.
 * @param inForce what `policyInForce` tells for the start of the clock
 * @param asOf the instant that is asked about, not before the start; facts after it are not to be among those of the run
 */
export const deadlineTimes = (run: ClockRun, { policy, calendar }: PolicyInForce, asOf: string): DeadlineTimes => {
  const clock = clockOf(policy, run.clock);
  const until = run.stop?.at ?? asOf;
  const pauses = run.pauses.map((pause) => ({ ...pause, counts: isPausableBy(clock, pause.reason) }));
  const counted = pauses.filter(({ counts }) => counts);
  const stretches = within(
    counted.map((pause) => stretchOf(pause, until)),
    run.start.at,
    until,
  );
  const { due, urgencyChanges } = rebase(run, clock, calendar, stretches);
  const { urgency, allowed, grossDueAt, dueAt } = due;
  const rests = counted.some(({ began, ended }) => !ended && Date.parse(began.at) <= Date.parse(dueAt));
  return {
    urgency,
    urgencyChanges,
    allowed,
    pauses,
    grossDueAt,
    dueAt,
    warnAt: warnAt(run.start.at, dueAt, clock.warnAt),
    paused: run.stop === undefined && rests,
    stretches,
  };
};

/** Explains a deadline, from the facts and the policy version that bind it; its parameters are those of `deadlineTimes`. */
export const explainDeadline = (run: ClockRun, inForce: PolicyInForce, asOf: string): DeadlineExplanation => {
  const { policy, calendar } = inForce;
  const { stretches, ...times } = deadlineTimes(run, inForce, asOf);
  const until = run.stop?.at ?? asOf;
  return {
    clock: run.clock,
    name: clockOf(policy, run.clock).name,
    start: run.start,
    stop: run.stop ?? null,
    policyId: policy.id,
    policyVersion: policy.version,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    timeZone: calendar.timeZone,
    ...times,
    breached: !times.paused && Date.parse(times.dueAt) < Date.parse(until),
    grossElapsedMinutes: netTime(run.start.at, until, []) / minute,
    netElapsedMinutes: netTime(run.start.at, until, stretches) / minute,
  };
};
