import { IsInstant, IsText, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { completedBy, itemOf } from '../requirement-items';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A required item is done without, for good or until `expiresAt`. */
export class WaiveRequirementItem extends ReferralCommand {
  @IsText(100) readonly itemCode!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @MayBeAbsent() @IsInstant() readonly expiresAt?: string;
}

/** T39, and T51 when triage waited for nothing else. */
export const waiveRequirementItem = (
  command: WaiveRequirementItem,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { itemCode, expiresAt = null } = command;
  const item = itemOf(referral, itemCode);
  if (item?.status === 'waived' && item.until === expiresAt) return [];
  requireTransition(referral, 'WaiveRequirementItem');
  const reason = requireReason('waive', command.reason);
  const waived = happened('RequirementItemWaived', command, { ...pick(command, 'itemCode', 'expiresAt'), reason });
  return [waived, ...completedBy(command, referral, itemCode)];
};

/** Doing without a required item. */
export const waiveRequirementItemUseCase: UseCase<WaiveRequirementItem> = {
  name: 'WaiveRequirementItem',
  command: WaiveRequirementItem,
  summary: 'Does without a required item, for good or until a time.',
  roles: ['lead', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: waiveRequirementItem,
};
