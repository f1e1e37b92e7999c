import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** I38. @throws ALREADY_CLAIMED when somebody has the referral. */
export const requireUnclaimed = ({ facets }: RegisteredReferral): void => {
  const { coordinatorId } = facets.assignment;
  if (coordinatorId !== null) throw refusal('ALREADY_CLAIMED', 'Someone has this referral already.', { coordinatorId });
};

/** I38. @throws ALREADY_CLAIMED when another team than this one has the referral. */
export const requireNoOtherTeam = ({ facets }: RegisteredReferral, own: string | undefined): void => {
  const { teamId } = facets.assignment;
  if (teamId !== null && teamId !== own)
    throw refusal('ALREADY_CLAIMED', 'Another team has this referral.', { teamId });
};
