import type { SlaOutcome } from '@referral/referral';
import type { DeadlineExplanation, Evidence, PublishedPolicies } from '@referral/sla-policy';
import { deadlineOf } from './deadline-of';
import { evidenceOf, ledgerOf, type LedgerRun, type ReferralFact } from './ledger';

/** Why a run of a clock is due when it is, and what is on record about it. */
export interface ClockExplanation extends DeadlineExplanation {
  /** 1 for the first run of the clock. */
  readonly cycle: number;
  /** Warning, breach and being met in time, as far as somebody watched the clock. */
  readonly outcomes: readonly { readonly outcome: SlaOutcome; readonly evidence: Evidence }[];
}

const outcomes = { SlaWarningRaised: 'warning', SlaBreached: 'breached', SlaMet: 'met' } as const;

const outcomesOf = (facts: readonly ReferralFact[], { clock, number }: LedgerRun): ClockExplanation['outcomes'] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'SlaWarningRaised' && fact.type !== 'SlaBreached' && fact.type !== 'SlaMet') return [];
    if (fact.data.clock !== clock || fact.data.cycle !== number) return [];
    return [{ outcome: outcomes[fact.type], evidence: evidenceOf(fact) }];
  });

/**
 * Every run of every clock of a referral, in the order in which they started.
 * @param facts of the referral, in the order of the log; none after `asOf`
 * @param asOf the instant that is asked about
 */
export const explainClocks = (
  facts: readonly ReferralFact[],
  published: PublishedPolicies,
  asOf: string,
): readonly ClockExplanation[] => {
  const ledger = ledgerOf(facts);
  return ledger.runs.map((run) => ({
    cycle: run.number,
    ...deadlineOf(ledger, run, published, asOf),
    outcomes: outcomesOf(facts, run),
  }));
};
