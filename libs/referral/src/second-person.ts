import { type Approval, urgencyRank } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/**
 * Separation of duties: an exception to a stat or urgent referral takes effect at once, because care must not wait; for any other a
 * second person approves first.
 * @throws SELF_APPROVAL
 */
export const requireSecondPerson = (
  command: ReferralCommand,
  approval: Approval,
  { facets }: RegisteredReferral,
): void => {
  const urgency = facets.urgency.assigned ?? facets.urgency.claimed;
  if (urgencyRank(urgency) <= urgencyRank('urgent')) return;
  if (approval.approvedBy === command.issued.actor.userId) throw refusal('SELF_APPROVAL');
};
