import { type Actor, requireOrder } from '@referral/eventsourcing';
import { IsId, IsList, IsText, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import type { Dispute } from '../coordination-facets';
import { requireDispute, requireOpenDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DisputeOutcome, disputeOutcomes } from '../values/dispute';
import { ReferralCommand } from './referral-command';

/** Someone who is no party ends the dispute. */
export class ResolveNecessityDispute extends ReferralCommand {
  @IsId() readonly disputeId!: string;
  @IsIn(disputeOutcomes) readonly outcome!: DisputeOutcome;
  @IsList(20) @IsId({ each: true }) readonly agreedBy!: readonly string[];
  @IsText(10_000) readonly summary!: string;
}

/** I37: whoever raised it or wrote down a position, as a user or for an organisation, does not resolve it. */
const requireNoParty = (actor: Actor, dispute: Dispute): void => {
  const parties = [dispute.raisedBy, ...dispute.positions.map(({ party }) => party)].map(({ id }) => id);
  const own = [actor.userId, actor.orgId].filter((id) => id !== undefined);
  if (own.some((id) => parties.includes(id) || dispute.recordedBy.includes(id))) throw refusal('RESOLVER_CONFLICT');
};

/** T39. */
export const resolveNecessityDispute = (
  command: ResolveNecessityDispute,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const dispute = requireDispute(referral, command.disputeId);
  if (dispute.outcome === command.outcome) return [];
  requireTransition(referral, 'ResolveNecessityDispute');
  if (dispute.outcome !== null) throw refusal('CONTRADICTS_RECORD', `The dispute ended with ${dispute.outcome}.`);
  requireNoParty(command.issued.actor, dispute);
  requireOrder(command, dispute.openedAt, 'the dispute was raised');
  return [happened('NecessityDisputeResolved', command, pick(command, 'disputeId', 'outcome', 'agreedBy', 'summary'))];
};

/** The end of a dispute. */
export const resolveNecessityDisputeUseCase: UseCase<ResolveNecessityDispute> = {
  name: 'ResolveNecessityDispute',
  command: ResolveNecessityDispute,
  summary: 'Resolves a dispute; whoever took a position in it cannot.',
  roles: ['clinical_reviewer', 'lead'],
  creates: false,
  generatedIds: [],
  decide: resolveNecessityDispute,
  possible: requireOpenDispute,
};
