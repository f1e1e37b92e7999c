import { pick } from '@referral/values';
import * as facts from '../facts/requirements';

/** Right bodies of the commands about required items. */
export const requirementsBodies = {
  VerifyRequirementItem: facts.itemVerified.data,
  RejectRequirementItem: facts.itemRejected.data,
  WaiveRequirementItem: { ...facts.itemWaived.data, expiresAt: '2026-04-01T00:00:00-04:00' },
  ReturnReferralIncomplete: pick(facts.returnedIncomplete.data, 'items', 'to', 'educationSent'),
  ConfirmComplete: { requirementSet: { requirementSetId: 'requirements-1', requirementSetVersion: 2 } },
};
