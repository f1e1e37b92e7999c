import { IsId, IsText, MayBeAbsent, pick } from '@referral/values';
import { requireAcceptable } from '../acceptable-document';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { completedBy, itemOf } from '../requirement-items';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone has looked at a required item and found it right. */
export class VerifyRequirementItem extends ReferralCommand {
  @IsText(100) readonly itemCode!: string;
  @MayBeAbsent() @IsId() readonly documentId?: string;
  @IsId() readonly verifiedBy!: string;
}

/** T39, and T51 when triage waited for nothing else. */
export const verifyRequirementItem = (
  command: VerifyRequirementItem,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const item = itemOf(referral, command.itemCode);
  const sameDocument = command.documentId === undefined || item?.documentId === command.documentId;
  if (item?.status === 'verified' && sameDocument) return [];
  requireTransition(referral, 'VerifyRequirementItem');
  requireAcceptable(referral, command.itemCode, command.documentId ?? item?.documentId, command.occurredAt);
  const verified = happened('RequirementItemVerified', command, pick(command, 'itemCode', 'documentId', 'verifiedBy'));
  return [verified, ...completedBy(command, referral, command.itemCode)];
};

/** Finding a required item right. */
export const verifyRequirementItemUseCase: UseCase<VerifyRequirementItem> = {
  name: 'VerifyRequirementItem',
  command: VerifyRequirementItem,
  summary: 'Confirms that a required item is there and usable.',
  roles: ['coordinator', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: verifyRequirementItem,
};
