import { IsId, IsText, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { itemOf } from '../requirement-items';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone has looked at a required item and found it unusable. */
export class RejectRequirementItem extends ReferralCommand {
  @IsText(100) readonly itemCode!: string;
  @IsId() readonly documentId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T39. The item is missing again. */
export const rejectRequirementItem = (
  command: RejectRequirementItem,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const item = itemOf(referral, command.itemCode);
  if (item?.status === 'rejected' && item.documentId === command.documentId) return [];
  requireTransition(referral, 'RejectRequirementItem');
  const reason = requireReason('rejectItem', command.reason);
  return [happened('RequirementItemRejected', command, { ...pick(command, 'itemCode', 'documentId'), reason })];
};

/** Finding a required item unusable. */
export const rejectRequirementItemUseCase: UseCase<RejectRequirementItem> = {
  name: 'RejectRequirementItem',
  command: RejectRequirementItem,
  summary: 'Rejects what came in for a required item: illegible, of another patient, outdated.',
  roles: ['coordinator', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: rejectRequirementItem,
};
