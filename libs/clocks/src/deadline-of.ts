import {
  type ClockRun,
  type DeadlineExplanation,
  explainDeadline,
  policyInForce,
  type PolicyInForce,
  publishedAt,
  type PublishedPolicies,
} from '@referral/sla-policy';
import type { ClockLedger, LedgerRun } from './ledger';

/** A run with the pauses that bear on its clock. */
export const runOf = ({ pauses }: ClockLedger, run: LedgerRun): ClockRun => {
  const resting = pauses.filter(({ clocks }) => clocks.includes(run.clock));
  return { ...run, pauses: resting.map(({ reason, began, ended }) => ({ reason, began, ...(ended && { ended }) })) };
};

/** The policy and calendar that bind a run for as long as it lasts, whenever that is asked: those that held when it started. */
export const bindingOf = ({ start, position }: LedgerRun, published: PublishedPolicies): PolicyInForce =>
  policyInForce(publishedAt(published, position), start.at);

/**
 * Why a run of a clock is due when it is: its facts, the policy and calendar that bind it, and the pauses.
 * @param published all that the site has published, or at least all that the log tells before the run started
 */
export const deadlineOf = (
  ledger: ClockLedger,
  run: LedgerRun,
  published: PublishedPolicies,
  asOf: string,
): DeadlineExplanation => explainDeadline(runOf(ledger, run), bindingOf(run, published), asOf);
