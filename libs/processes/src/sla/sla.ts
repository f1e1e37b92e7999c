import type { RecordedEvent } from '@referral/eventsourcing';
import { deadlineOf, isRunning, type LedgerRun } from '@referral/clocks';
import { RecordSlaOutcome, referralAggregate, type ReferralEvent } from '@referral/referral';
import type { DeadlineExplanation } from '@referral/sla-policy';
import { send } from '../errand';
import { clearTimer, type Decision, type Process, setTimer, type Waiting } from '../process';
import type { Site } from '../site';
import { escalate, escalationsOf } from './escalations';
import { type BegunLedger, hasBegun, type Ledger, ledgerSubject } from './ledger';

type Fact = RecordedEvent<ReferralEvent>;

type Outcome = 'warning' | 'breached' | 'met';

/** What comes of a clock by the mere passing of time. */
const byTime = ['warning', 'breached'] as const;

const timerIdOf = ({ clock, number }: LedgerRun, outcome: Outcome): string => `${clock}-${number}-${outcome}`;

const instantOf = ({ warnAt, dueAt }: DeadlineExplanation, outcome: (typeof byTime)[number]): string =>
  outcome === 'warning' ? warnAt : dueAt;

const isOnRecord = ({ referral }: BegunLedger, { clock, number }: LedgerRun, outcome: Outcome): boolean =>
  referral.facets.clockResults.some(
    (result) => result.startsWith(`${clock}|${number}|`) && result.endsWith(`|${outcome}`),
  );

/** The timers that a run wants: none while it rests, and no warning of what is broken already. */
const wanted = (
  ledger: BegunLedger,
  run: LedgerRun,
  now: string,
  { published }: Site,
): readonly (readonly [string, string])[] => {
  if (!isRunning(run)) return [];
  const deadline = deadlineOf(ledger.clocks, run, published, now);
  if (deadline.paused || isOnRecord(ledger, run, 'breached')) return [];
  return byTime
    .filter((outcome) => !isOnRecord(ledger, run, outcome))
    .map((outcome) => [timerIdOf(run, outcome), instantOf(deadline, outcome)]);
};

/** What can make a call overdue while its clock runs. */
const hastens: readonly Fact['type'][] = ['UrgencyAssigned', 'HoldReleased'];

/** A call that is overdue is waited for only by the fact that makes it so: one that was refused is not tried again and again. */
const wantedCalls = (ledger: BegunLedger, fact: Fact, { timers }: Waiting, now: string, site: Site) =>
  ledger.clocks.runs
    .flatMap((run) => escalationsOf(ledger, run, now, site))
    .filter(
      ({ timerId, at, run }) =>
        Object.hasOwn(timers, timerId) ||
        Date.parse(at) > Date.parse(now) ||
        run.start.eventId === fact.metadata.eventId ||
        hastens.includes(fact.type),
    )
    .map(({ timerId, at }) => [timerId, at] as const);

const keepTimers = (
  ledger: BegunLedger,
  fact: Fact,
  waiting: Waiting,
  now: string,
  site: Site,
): readonly Decision[] => {
  const { timers } = waiting;
  const deadlines = ledger.clocks.runs.flatMap((run) => wanted(ledger, run, now, site));
  const all = new Map([...deadlines, ...wantedCalls(ledger, fact, waiting, now, site)]);
  const gone = Object.keys(timers).filter((timerId) => !all.has(timerId));
  return [...gone.map(clearTimer), ...[...all].map(([timerId, at]) => setTimer(timerId, at))];
};

const record = (
  ledger: BegunLedger,
  run: LedgerRun,
  outcome: Outcome,
  now: string,
  site: Site,
): readonly Decision[] => {
  if (isOnRecord(ledger, run, outcome)) return [];
  const { referral, clocks } = ledger;
  const { dueAt, policyId, policyVersion, calendarId, ...deadline } = deadlineOf(clocks, run, site.published, now);
  const pausedMinutes = Math.round(deadline.grossElapsedMinutes - deadline.netElapsedMinutes);
  const said = { clock: run.clock, cycle: run.number, startedAt: run.start.at, dueAt, pausedMinutes };
  return [
    send(referralAggregate, referral.registration.referralId, RecordSlaOutcome, {
      ...{ ...said, outcome, policyId, policyVersion, calendarId },
      computedAt: now,
    }),
  ];
};

/** The outcome of a run that a fact has just answered. */
const stoppedBy = (ledger: BegunLedger, eventId: string, now: string, site: Site): readonly Decision[] =>
  ledger.clocks.runs
    .filter(({ stop }) => stop?.eventId === eventId && stop.answers)
    .flatMap((run) => {
      const { breached } = deadlineOf(ledger.clocks, run, site.published, now);
      return record(ledger, run, breached ? 'breached' : 'met', now, site);
    });

/** The outcome that is due; a deadline that has moved on in the meantime is waited for anew. */
const due = (ledger: BegunLedger, timerId: string, dueAt: string, now: string, site: Site): readonly Decision[] => {
  for (const run of ledger.clocks.runs.filter(isRunning))
    for (const outcome of byTime) {
      if (timerIdOf(run, outcome) !== timerId) continue;
      const deadline = deadlineOf(ledger.clocks, run, site.published, now);
      if (deadline.paused) return [];
      const at = instantOf(deadline, outcome);
      return Date.parse(at) > Date.parse(dueAt) ? [setTimer(timerId, at)] : record(ledger, run, outcome, now, site);
    }
  const call = ledger.clocks.runs
    .flatMap((run) => escalationsOf(ledger, run, now, site))
    .find((escalation) => escalation.timerId === timerId);
  if (!call) return [];
  return Date.parse(call.at) > Date.parse(dueAt) ? [setTimer(timerId, call.at)] : [escalate(ledger, call)];
};

/** Watches the clocks: warns before a deadline, tells when it is broken, and when it was kept. */
export const sla: Process<Ledger, ReferralEvent> = {
  name: 'sla',
  subject: ledgerSubject,
  react: (trigger, ledger, waiting, now, site) => {
    if (!hasBegun(ledger)) return [];
    switch (trigger.kind) {
      case 'fact': {
        const { eventId } = trigger.fact.metadata;
        return [...stoppedBy(ledger, eventId, now, site), ...keepTimers(ledger, trigger.fact, waiting, now, site)];
      }
      case 'timer':
        return due(ledger, trigger.timer.timerId, trigger.timer.dueAt, now, site);
      case 'outcome':
        return [];
    }
  },
};
