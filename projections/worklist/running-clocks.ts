import {
  bindingOf,
  type ClockLedger,
  evolveLedger,
  initialLedger,
  isRunning,
  type LedgerRun,
  type ReferralFact,
  runOf,
} from '@referral/clocks';
import type { RegisteredReferral } from '@referral/referral';
import { type ClockRun, deadlineTimes, type PublishedPolicies } from '@referral/sla-policy';
import type { ClockId, Urgency } from '@referral/values';

/** The clocks of the policy without K6, which is the payer's own: its authorization tells when it is due. */
export type Clock = Exclude<ClockId, 'K6'>;

/** The clocks that a queue sorts by. */
export const sortingClocks = ['K1', 'K2', 'K4', 'K5', 'K8', 'K12'] as const satisfies readonly Clock[];
export type SortingClock = (typeof sortingClocks)[number];

/** A clock that runs. Whether it is breached depends on when one asks. */
export interface RunningClock {
  readonly clock: Clock;
  /** 1 for the first run of the clock. */
  readonly cycle: number;
  readonly startedAt: string;
  /** With the pauses up to the newest fact about it; while one lasts, it moves on with the time. */
  readonly dueAt: string;
  readonly warnAt: string;
  /** The urgency that `dueAt` is computed for. */
  readonly urgency: Urgency;
  readonly paused: boolean;
  /** The versions that bind it. */
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
}

/** The clocks of a referral that run, and the facts that they rest on. */
export interface Clocks {
  readonly ledger: ClockLedger;
  readonly clocks: readonly RunningClock[];
}

/** No clock runs yet. */
export const noClocks: Clocks = { ledger: initialLedger, clocks: [] };

/**
 * The clocks that run after an event. What has ended is forgotten here: the log tells it.
 * @param after the referral right after the event
 * @param published what the site had published before it
 */
export const runOn = (
  before: Clocks,
  event: ReferralFact,
  after: RegisteredReferral,
  published: PublishedPolicies,
): Clocks => {
  const whole = evolveLedger(before.ledger, event, after);
  if (whole === before.ledger) return before;
  const ledger = { ...whole, runs: whole.runs.filter(isRunning) };
  const known = whole.pauses === before.ledger.pauses ? before.ledger.runs : [];
  const clocks = ledger.runs.flatMap((run) => {
    if (run.clock === 'K6') return [];
    const same = known.includes(run) ? before.clocks.find(({ clock }) => clock === run.clock) : undefined;
    return [same ?? timed(run.clock, run, ledger, published)];
  });
  return { ledger, clocks };
};

const timed = (clock: Clock, run: LedgerRun, ledger: ClockLedger, published: PublishedPolicies): RunningClock => {
  const binding = bindingOf(run, published);
  const { policy, calendar } = binding;
  const counted = runOf(ledger, run);
  const { dueAt, warnAt, urgency, paused } = deadlineTimes(counted, binding, newestFactOf(counted));
  return {
    clock,
    cycle: run.number,
    startedAt: run.start.at,
    dueAt,
    warnAt,
    urgency,
    paused,
    policyId: policy.id,
    policyVersion: policy.version,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
  };
};

/** As of then its deadline is told: whether a change of urgency found it overdue hangs on the pause that lasted then. */
const newestFactOf = ({ start, pauses, urgencyChanges }: ClockRun): string =>
  [...pauses.map(({ began, ended = began }) => ended), ...urgencyChanges.map(({ evidence }) => evidence)]
    .map(({ at }) => at)
    .reduce((newest, at) => (at > newest ? at : newest), start.at);
