import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** What remained is done. */
export class CompleteFollowUp extends ReferralCommand {
  @IsId() readonly followUpId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly outcome?: Reason;
}

const requireSomeFollowUp = ({ facets }: RegisteredReferral): void => {
  if (facets.followUps.length === 0) throw refusal('FOLLOW_UP_NOT_FOUND', 'No follow-up is planned.');
};

/** T39: also after the referral was closed, because T36 plans a follow-up there. */
export const completeFollowUp = (command: CompleteFollowUp, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.followUps.find(({ followUpId }) => followUpId === command.followUpId);
  if (known && known.completedAt !== null) return [];
  requireTransition(referral, 'CompleteFollowUp');
  if (!known) throw refusal('FOLLOW_UP_NOT_FOUND');
  return [happened('FollowUpCompleted', command, pick(command, 'followUpId', 'outcome'))];
};

/** The end of a follow-up. */
export const completeFollowUpUseCase: UseCase<CompleteFollowUp> = {
  name: 'CompleteFollowUp',
  command: CompleteFollowUp,
  summary: 'Records that a planned follow-up is done.',
  roles: ['coordinator', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: completeFollowUp,
  possible: requireSomeFollowUp,
};
