import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { instant, IsId, IsList, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import { coordinationPolicy } from '../coordination-policies';
import { requireNoDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { closureOutcomes, type ClosureOutcome } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** The referral is finished. Any outcome but a closed loop needs a reason. */
export class CloseReferral extends ReferralCommand {
  @IsIn(closureOutcomes) readonly closureOutcome!: ClosureOutcome;
  @MayBeAbsent() @IsList(50) @IsId({ each: true }) readonly evidenceEventIds: readonly string[] = [];
  @IsBoolean() readonly patientInformed!: boolean;
  @IsBoolean() readonly referrerInformed!: boolean;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** Outcomes that have a row of their own in the table of transitions. */
const ownRows: readonly ClosureOutcome[] = ['loop_closed', 'completed_report_not_obtained', 'unable_to_contact'];

const requireEvidence = ({ closureOutcome, reason }: CloseReferral, { facets }: RegisteredReferral): void => {
  if (closureOutcome === 'loop_closed' && !facets.report?.acknowledged) throw refusal('LOOP_EVIDENCE_MISSING');
  if (closureOutcome === 'unable_to_contact' && !facets.outreach.exhausted?.noticeToReferrerAt)
    throw refusal(
      'OUTREACH_NOT_EXHAUSTED',
      'The record does not say that outreach is exhausted and the referrer knows.',
    );
  if (closureOutcome !== 'loop_closed') requireReason('close', reason);
};

const fulfilled: readonly ClosureOutcome[] = ['loop_closed', 'service_confirmed_no_report_expected'];

/** The guard of T24: the report was asked for as often as the policy wants, and the last request is overdue. */
const requireChase = (command: CloseReferral, { facets, cycle }: RegisteredReferral): void => {
  const requests = facets.reportRequests.filter((request) => request.cycle === cycle);
  const overdue = requests.filter(({ dueAt }) => instant(dueAt) < instant(command.occurredAt));
  if (requests.length < coordinationPolicy.reportRequests || overdue.length < requests.length)
    throw refusal('REPORT_CHASE_NOT_EXHAUSTED', undefined, { requests: requests.length, overdue: overdue.length });
};

/** T19, T23, T24, T25 and T41; I27, I28 and I36. An acknowledged report, which a closed loop needs, exists in the stage of T23 alone. */
export const closeReferral = (command: CloseReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.stage === 'closed' && referral.closureOutcome === command.closureOutcome) return [];
  requireTransition(referral, 'CloseReferral');
  const { closureOutcome } = command;
  if (closureOutcome !== 'loop_closed')
    requireTransition(referral, 'CloseReferral', ownRows.includes(closureOutcome) ? closureOutcome : 'other');
  requireEvidence(command, referral);
  if (fulfilled.includes(closureOutcome)) requireNoDispute(referral);
  if (closureOutcome === 'completed_report_not_obtained') requireChase(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened(
      'ReferralClosed',
      command,
      pick(command, 'closureOutcome', 'evidenceEventIds', 'patientInformed', 'referrerInformed', 'reason'),
    ),
  ];
};

/** The end of a referral. */
export const closeReferralUseCase: UseCase<CloseReferral> = {
  name: 'CloseReferral',
  command: CloseReferral,
  summary: 'Closes the referral with an outcome; a closed loop needs an acknowledged report.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: [],
  decide: closeReferral,
};
