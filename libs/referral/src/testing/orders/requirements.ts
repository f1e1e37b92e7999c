import { pick } from '@referral/values';
import { ConfirmComplete } from '../../commands/confirm-complete';
import { RejectRequirementItem } from '../../commands/reject-requirement-item';
import { ReturnReferralIncomplete } from '../../commands/return-referral-incomplete';
import { VerifyRequirementItem } from '../../commands/verify-requirement-item';
import { WaiveRequirementItem } from '../../commands/waive-requirement-item';
import * as facts from '../facts/requirements';
import { order } from '../order';

export const verifyItem = order(VerifyRequirementItem, facts.itemVerified.occurredAt, facts.itemVerified.data);
export const rejectItem = order(RejectRequirementItem, facts.itemRejected.occurredAt, facts.itemRejected.data);
export const waiveItem = order(WaiveRequirementItem, facts.itemWaived.occurredAt, facts.itemWaived.data);
export const returnIncomplete = order(
  ReturnReferralIncomplete,
  facts.returnedIncomplete.occurredAt,
  pick(facts.returnedIncomplete.data, 'items', 'to', 'educationSent'),
);
export const confirmComplete = order(ConfirmComplete, '2026-03-02T09:55:00-05:00', {});
