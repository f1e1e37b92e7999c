import type {
  ReferralAssigned,
  ReferralClaimed,
  ReferralCoverageEnded,
  ReferralCoverageStarted,
  ReferralReleased,
} from '../events/assignment';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

type AssignmentEvent =
  ReferralAssigned | ReferralClaimed | ReferralReleased | ReferralCoverageStarted | ReferralCoverageEnded;

/** Who has the referral, and who stands in. */
export const evolveAssignment = (referral: RegisteredReferral, event: AssignmentEvent): RegisteredReferral => {
  const { assignment } = referral.facets;
  const since = event.occurredAt;
  switch (event.type) {
    case 'ReferralAssigned': {
      const { teamId, coordinatorId = null } = event.data;
      const cover = referral.facets.cover?.coveredId === coordinatorId ? referral.facets.cover : null;
      return withFacets(referral, { assignment: { teamId, coordinatorId, since }, cover });
    }
    case 'ReferralClaimed': {
      const { coordinatorId, teamId = assignment.teamId } = event.data;
      return withFacets(referral, { assignment: { teamId, coordinatorId, since } });
    }
    case 'ReferralReleased':
      return withFacets(referral, { assignment: { ...assignment, coordinatorId: null, since: null }, cover: null });
    case 'ReferralCoverageStarted': {
      const { coveringId, coveredId, until } = event.data;
      return withFacets(referral, { cover: { coveringId, coveredId, until } });
    }
    case 'ReferralCoverageEnded':
      return withFacets(referral, { cover: null });
  }
};
