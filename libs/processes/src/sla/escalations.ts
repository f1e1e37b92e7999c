import { bindingOf, deadlineOf, isRunning, type LedgerRun } from '@referral/clocks';
import { EscalateReferral, referralAggregate } from '@referral/referral';
import { clockOf, type EscalationLevel, warnAt } from '@referral/sla-policy';
import { send } from '../errand';
import type { Decision } from '../process';
import type { Site } from '../site';
import type { BegunLedger, Ledger } from './ledger';

/** Somebody is to be called when so much of the time of a run has passed. */
export interface DueEscalation {
  readonly timerId: string;
  readonly run: LedgerRun;
  readonly at: string;
  readonly level: EscalationLevel['level'];
  readonly to: string;
  readonly cause: 'sla_warning' | 'sla_breach';
}

const isOnRecord = ({ escalations }: Ledger, run: LedgerRun, level: number): boolean =>
  escalations.some(
    (known) => known.clock === run.clock && known.level >= level && Date.parse(known.at) >= Date.parse(run.start.at),
  );

/** Whom the policy that binds a run wants to be called, and when; nobody while the run rests, or who was called already. */
export const escalationsOf = (
  ledger: Ledger,
  run: LedgerRun,
  now: string,
  { published }: Site,
): readonly DueEscalation[] => {
  if (!isRunning(run)) return [];
  const { escalationLevels } = clockOf(bindingOf(run, published).policy, run.clock);
  if (escalationLevels.length === 0) return [];
  const { dueAt, paused } = deadlineOf(ledger.clocks, run, published, now);
  if (paused) return [];
  return escalationLevels
    .filter(({ level }) => !isOnRecord(ledger, run, level))
    .map(({ atFraction, level, to }) => ({
      timerId: `${run.clock}-${run.number}-level${level}`,
      run,
      at: warnAt(run.start.at, dueAt, atFraction),
      ...{ level, to },
      cause: atFraction < 1 ? 'sla_warning' : 'sla_breach',
    }));
};

/** Calls somebody. */
export const escalate = ({ referral }: BegunLedger, { run, level, to, cause }: DueEscalation): Decision =>
  send(referralAggregate, referral.registration.referralId, EscalateReferral, { level, to, cause, clock: run.clock });
