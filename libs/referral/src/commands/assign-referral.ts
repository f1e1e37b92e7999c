import { type Approval, ApprovalValue, IsId, IsValue, MayBeAbsent, pick, type Role } from '@referral/values';
import { IsIn } from 'class-validator';
import { actsOnlyAs } from '../authorize';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { requireNoOtherTeam, requireUnclaimed } from '../unclaimed';
import type { UseCase } from '../use-case';
import { AssigneeStandingValue, type AssignmentRule, assignmentRules } from '../values/assignment';
import { ReferralCommand } from './referral-command';

/** A team, and perhaps a coordinator, gets the referral. What staffing says about the coordinator is looked up by the caller. */
export class AssignReferral extends ReferralCommand {
  @IsId() readonly teamId!: string;
  @MayBeAbsent() @IsId() readonly coordinatorId?: string;
  @IsIn(assignmentRules) readonly rule!: AssignmentRule;
  @MayBeAbsent() @IsValue(() => AssigneeStandingValue) readonly assignee?: AssigneeStandingValue;
  @MayBeAbsent() @IsValue(() => ApprovalValue) readonly override?: Approval;
}

const permitted: readonly Role[] = ['lead', 'system', 'coordinator'];

/** I39: an assignee who is not eligible is assigned by a lead who answers for it. */
const requireEligible = ({ assignee, override, issued }: AssignReferral): void => {
  const failing = Object.entries(assignee ?? {}).flatMap(([what, holds]) => (holds === true ? [] : [what]));
  if (failing.length === 0 || (override && issued.actor.roles.includes('lead'))) return;
  throw refusal('ASSIGNEE_NOT_ELIGIBLE', undefined, { failing });
};

/** I38 for routing: what a person has decided by now stays, however long ago it was found who could take the referral. */
const requireFree = (referral: RegisteredReferral, { teamId, issued }: AssignReferral): void => {
  if (!actsOnlyAs(issued.actor, permitted, ['system'])) return;
  requireUnclaimed(referral);
  requireNoOtherTeam(referral, teamId);
};

/** T39. A coordinator alone assigns to itself, and the system only what nobody has. */
export const assignReferral = (command: AssignReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { teamId, coordinatorId } = referral.facets.assignment;
  if (teamId === command.teamId && coordinatorId === (command.coordinatorId ?? null)) return [];
  const { actor } = command.issued;
  if (actsOnlyAs(actor, permitted, ['coordinator']) && command.coordinatorId !== actor.userId)
    throw refusal('ROLE_NOT_PERMITTED', 'A coordinator assigns a referral to itself only.', { permitted });
  requireTransition(referral, 'AssignReferral');
  requireFree(referral, command);
  requireEligible(command);
  return [
    happened('ReferralAssigned', command, {
      ...pick(command, 'teamId', 'coordinatorId', 'rule'),
      ...(coordinatorId === null ? {} : { previous: coordinatorId }),
      ...pick(command, 'override'),
    }),
  ];
};

/** The assignment of a referral. */
export const assignReferralUseCase: UseCase<AssignReferral> = {
  name: 'AssignReferral',
  command: AssignReferral,
  summary: 'Assigns the referral to a team and perhaps a coordinator.',
  roles: permitted,
  creates: false,
  generatedIds: [],
  decide: assignReferral,
};
