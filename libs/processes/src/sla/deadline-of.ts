import { type DeadlineExplanation, explainDeadline, policyInForce, type PublishedPolicies } from '@referral/sla-policy';
import type { Ledger, LedgerRun } from './ledger';

/** Why a run of a clock is due when it is: its facts, the policy and calendar that bind it, and the pauses. */
export const deadlineOf = (
  ledger: Ledger,
  { run }: LedgerRun,
  asOf: string,
  published: PublishedPolicies,
): DeadlineExplanation => {
  const { at } = run.start;
  const urgencyChanges = ledger.urgencyChanges
    .filter(({ evidence }) => Date.parse(evidence.at) > Date.parse(at))
    .sort((one, other) => Date.parse(one.evidence.at) - Date.parse(other.evidence.at));
  const pauses = ledger.pauses.filter(({ clocks }) => clocks.includes(run.clock));
  return explainDeadline({ ...run, urgencyChanges, pauses }, policyInForce(published, at), asOf);
};
