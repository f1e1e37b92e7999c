import type { RecordedEvent } from '@referral/eventsourcing';
import { initialState, isTerminal, type Referral, referralDecider, type ReferralEvent } from '@referral/referral';
import type { ClockRun, Evidence, UrgencyChange } from '@referral/sla-policy';
import type { Subject } from '../process';
import { startOf, startedClocks, stopsOn } from './clock-triggers';

/** One run of a clock. A clock may run several times in the life of a referral. */
export interface LedgerRun {
  readonly run: Omit<ClockRun, 'urgencyChanges' | 'pauses'>;
  /** 1 for the first run of this clock. */
  readonly number: number;
  /** Its question no longer arises, although nothing that stops it has happened. */
  readonly dropped: boolean;
}

/** Time in which somebody else was waited for, and the clocks that rested meanwhile. */
export interface LedgerPause {
  readonly holdId: string;
  readonly reason: string;
  readonly clocks: readonly string[];
  readonly began: Evidence;
  readonly ended?: Evidence;
}

/** Somebody was called about a clock. */
export interface LedgerEscalation {
  readonly clock: string | null;
  readonly level: number;
  readonly at: string;
}

/** A referral together with the facts that its deadlines rest on. */
export interface Ledger {
  readonly referral: Referral;
  readonly runs: readonly LedgerRun[];
  readonly urgencyChanges: readonly UrgencyChange[];
  readonly pauses: readonly LedgerPause[];
  readonly escalations: readonly LedgerEscalation[];
}

type Fact = RecordedEvent<ReferralEvent>;

const utc = (at: string): string => new Date(at).toISOString();

const evidenceOf = ({ metadata, type, occurredAt }: Fact): Evidence => ({
  eventId: metadata.eventId,
  type,
  at: utc(occurredAt),
});

/** True for a run that nothing has ended. */
export const isOpen = ({ run, dropped }: LedgerRun): boolean => run.stop === undefined && !dropped;

const stopped = (runs: readonly LedgerRun[], fact: Fact, referral: Referral): readonly LedgerRun[] =>
  runs.map((one) => {
    if (!isOpen(one)) return one;
    if (stopsOn(one.run.clock, fact, referral)) return { ...one, run: { ...one.run, stop: evidenceOf(fact) } };
    return referral.stage !== 'none' && isTerminal(referral.stage) ? { ...one, dropped: true } : one;
  });

const started = (runs: readonly LedgerRun[], fact: Fact, referral: Referral): readonly LedgerRun[] => {
  if (referral.stage === 'none' || isTerminal(referral.stage)) return [];
  const { facets, registration } = referral;
  return startedClocks(fact, referral).flatMap((clock) => {
    const earlier = runs.filter(({ run }) => run.clock === clock);
    if (earlier.some(isOpen)) return [];
    const start = { ...evidenceOf(fact), at: utc(startOf(clock, fact, referral)) };
    const urgency = facets.urgency.assigned ?? facets.urgency.claimed;
    return [
      { run: { clock, start, urgency, direction: registration.direction }, number: earlier.length + 1, dropped: false },
    ];
  });
};

const pausesAfter = (pauses: readonly LedgerPause[], fact: Fact): readonly LedgerPause[] => {
  if (fact.type === 'HoldPlaced') {
    const { holdId, reason, pausesClocks } = fact.data;
    return [...pauses, { holdId, reason, clocks: pausesClocks, began: evidenceOf(fact) }];
  }
  if (fact.type !== 'HoldReleased') return pauses;
  return pauses.map((pause) => (pause.holdId === fact.data.holdId ? { ...pause, ended: evidenceOf(fact) } : pause));
};

const escalationsAfter = (known: readonly LedgerEscalation[], fact: Fact): readonly LedgerEscalation[] => {
  if (fact.type !== 'ReferralEscalated') return known;
  const { clock = null, level } = fact.data;
  return [...known, { clock, level, at: utc(fact.occurredAt) }];
};

/** Referrals as the clocks see them: every deadline can be told from what is in here. */
export const ledgerSubject: Subject<Ledger, ReferralEvent> = {
  category: 'referral',
  initialView: { referral: initialState, runs: [], urgencyChanges: [], pauses: [], escalations: [] },
  evolve: (ledger, fact) => {
    const referral = referralDecider.evolve(ledger.referral, fact);
    const runs = stopped(ledger.runs, fact, referral);
    const change = fact.type === 'UrgencyAssigned' ? [{ to: fact.data.to, evidence: evidenceOf(fact) }] : [];
    return {
      referral,
      runs: [...runs, ...started(runs, fact, referral)],
      urgencyChanges: [...ledger.urgencyChanges, ...change],
      pauses: pausesAfter(ledger.pauses, fact),
      escalations: escalationsAfter(ledger.escalations, fact),
    };
  },
};
