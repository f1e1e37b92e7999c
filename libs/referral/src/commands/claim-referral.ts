import { IsId, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import { requireNoOtherTeam, requireUnclaimed } from '../unclaimed';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A coordinator takes a referral that nobody has. */
export class ClaimReferral extends ReferralCommand {
  @IsId() readonly coordinatorId!: string;
  /** The claimer's team. */
  @MayBeAbsent() @IsId() readonly teamId?: string;
}

/** T39; I38. */
export const claimReferral = (command: ClaimReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.facets.assignment.coordinatorId === command.coordinatorId) return [];
  requireTransition(referral, 'ClaimReferral');
  requireUnclaimed(referral);
  requireNoOtherTeam(referral, command.teamId ?? command.issued.actor.team);
  return [happened('ReferralClaimed', command, pick(command, 'coordinatorId', 'teamId'))];
};

/** Taking a referral. */
export const claimReferralUseCase: UseCase<ClaimReferral> = {
  name: 'ClaimReferral',
  command: ClaimReferral,
  summary: 'Takes a referral that nobody, or the own team, has.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: claimReferral,
  possible: requireUnclaimed,
};
