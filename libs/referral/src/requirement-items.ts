import type { ReferralCommand } from './commands/referral-command';
import { completenessReached } from './completeness';
import type { ReferralEvent } from './events/referral-event';
import type { RequirementItem } from './facets/requirements';
import type { RegisteredReferral } from './referral';

/** The required item with a code, when somebody has named it. */
export const itemOf = ({ facets }: RegisteredReferral, code: string): RequirementItem | undefined =>
  facets.completeness.items.find((item) => item.code === code);

/** S02: under the default requirements the last missing item makes the referral complete; a named checklist is confirmed. */
export const completedBy = (
  command: ReferralCommand,
  { facets, registration }: RegisteredReferral,
  code: string,
): readonly ReferralEvent[] => {
  const { requirementSet, missing } = facets.completeness;
  const isLast = missing.length > 0 && missing.every((known) => known === code);
  return isLast && requirementSet === null ? [completenessReached(command, registration.receivedAt)] : [];
};
