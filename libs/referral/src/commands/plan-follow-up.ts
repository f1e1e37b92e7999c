import { IsId, IsInstant, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Something remains to be done. `what` carries no patient data. */
export class PlanFollowUp extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly followUpId!: string;
  @IsText(500) readonly what!: string;
  @IsInstant() readonly dueAt!: string;
  @IsId() readonly ownerId!: string;
}

/** T39. */
export const planFollowUp = (command: PlanFollowUp, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.followUps.find(({ followUpId }) => followUpId === command.followUpId);
  if (known?.what === command.what && known.dueAt === command.dueAt && known.ownerId === command.ownerId) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A follow-up with this id is another one.');
  requireTransition(referral, 'PlanFollowUp');
  return [happened('FollowUpPlanned', command, pick(command, 'followUpId', 'what', 'dueAt', 'ownerId'))];
};

/** What remains to be done. */
export const planFollowUpUseCase: UseCase<PlanFollowUp> = {
  name: 'PlanFollowUp',
  command: PlanFollowUp,
  summary: 'Plans something that remains to be done, with a time and an owner.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: ['followUpId'],
  decide: planFollowUp,
};
