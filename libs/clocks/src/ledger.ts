import { positionKey, type RecordedEvent } from '@referral/eventsourcing';
import {
  evolve,
  initialState,
  isTerminal,
  type Referral,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import type { ClockRun, Evidence, Pause } from '@referral/sla-policy';
import type { ClockId } from '@referral/values';
import { ending, startedClocks, startOf } from './clock-rules';

/** A fact about a referral, from the log. */
export type ReferralFact = RecordedEvent<ReferralEvent>;

/** One run of a clock. A clock may run several times in the life of a referral. */
export interface LedgerRun extends Omit<ClockRun, 'pauses'> {
  /** 1 for the first run of this clock. */
  readonly number: number;
  /** Key of the place in the log of the fact that started it: no version of a policy binds it that was published later. */
  readonly position: string;
}

/** Time in which somebody else was waited for, and the clocks that rest meanwhile where their policy lets them. */
export interface LedgerPause extends Pause {
  readonly holdId: string;
  readonly clocks: readonly ClockId[];
}

/** The facts that the deadlines of a referral rest on. */
export interface ClockLedger {
  readonly runs: readonly LedgerRun[];
  readonly pauses: readonly LedgerPause[];
  /** How often each clock has started. */
  readonly started: Readonly<Partial<Record<ClockId, number>>>;
}

/** Before the first fact. */
export const initialLedger: ClockLedger = { runs: [], pauses: [], started: {} };

const none: readonly LedgerRun[] = [];

/** True for a run that nothing has ended. */
export const isRunning = ({ stop }: LedgerRun): boolean => stop === undefined;

/** A fact as something that a deadline rests on. */
export const evidenceOf = ({ metadata, type, occurredAt }: ReferralFact): Evidence => ({
  eventId: metadata.eventId,
  type,
  at: new Date(occurredAt).toISOString(),
});

/**
 * The ledger after a fact; itself when the fact bears on no clock.
 * @param after the referral right after the fact
 */
export const evolveLedger = (ledger: ClockLedger, fact: ReferralFact, after: Referral): ClockLedger => {
  if (after.stage === 'none') return ledger;
  const runs = reRated(stopped(ledger.runs, fact, after), fact);
  const begun = isTerminal(after.stage) ? none : begunBy(fact, after, runs, ledger.started);
  const pauses = pausesAfter(ledger.pauses, fact);
  if (runs === ledger.runs && begun.length === 0 && pauses === ledger.pauses) return ledger;
  if (begun.length === 0) return { runs, pauses, started: ledger.started };
  const counts = begun.map(({ clock, number }) => [clock, number] as const);
  return { runs: [...runs, ...begun], pauses, started: { ...ledger.started, ...Object.fromEntries(counts) } };
};

/** The ledger of a referral after all of its facts so far. */
export const ledgerOf = (facts: readonly ReferralFact[]): ClockLedger => {
  let referral: Referral = initialState;
  let ledger = initialLedger;
  for (const fact of facts) {
    referral = evolve(referral, fact);
    ledger = evolveLedger(ledger, fact, referral);
  }
  return ledger;
};

/** The runs with some of them changed; themselves when none is. */
const changed = (runs: readonly LedgerRun[], change: (run: LedgerRun) => LedgerRun): readonly LedgerRun[] => {
  const next = runs.map((run) => (isRunning(run) ? change(run) : run));
  return next.some((run, place) => run !== runs[place]) ? next : runs;
};

const stopped = (runs: readonly LedgerRun[], fact: ReferralFact, after: RegisteredReferral): readonly LedgerRun[] => {
  if (runs.length === 0) return runs;
  const end = ending(fact, after);
  return changed(runs, (run) => {
    const how = end(run.clock);
    return how === null ? run : { ...run, stop: { ...evidenceOf(fact), answers: how === 'answered' } };
  });
};

const reRated = (runs: readonly LedgerRun[], fact: ReferralFact): readonly LedgerRun[] =>
  fact.type === 'UrgencyAssigned'
    ? changed(runs, (run) => {
        const change = { to: fact.data.to, evidence: evidenceOf(fact) };
        return { ...run, urgencyChanges: [...run.urgencyChanges, change] };
      })
    : runs;

const begunBy = (
  fact: ReferralFact,
  after: RegisteredReferral,
  runs: readonly LedgerRun[],
  started: ClockLedger['started'],
): readonly LedgerRun[] => {
  const clocks = startedClocks(fact, after).filter(
    (clock, place, all) => all.indexOf(clock) === place && !runs.some((run) => run.clock === clock && isRunning(run)),
  );
  if (clocks.length === 0) return none;
  const evidence = evidenceOf(fact);
  const position = positionKey(fact.position);
  const { claimed, assigned } = after.facets.urgency;
  return clocks.map((clock) => {
    const at = startOf(clock, fact, after);
    return {
      clock,
      number: (started[clock] ?? 0) + 1,
      start: at === fact.occurredAt ? evidence : { ...evidence, at: new Date(at).toISOString() },
      position,
      urgency: assigned ?? claimed,
      direction: after.registration.direction,
      urgencyChanges: [],
    };
  });
};

const pausesAfter = (pauses: readonly LedgerPause[], fact: ReferralFact): readonly LedgerPause[] => {
  if (fact.type === 'HoldPlaced') {
    const { holdId, reason, pausesClocks } = fact.data;
    return [...pauses, { holdId, reason, clocks: pausesClocks, began: evidenceOf(fact) }];
  }
  if (fact.type !== 'HoldReleased') return pauses;
  return pauses.map((pause) => (pause.holdId === fact.data.holdId ? { ...pause, ended: evidenceOf(fact) } : pause));
};
