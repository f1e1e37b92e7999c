import type { ReferralAccepted, TriageStarted, UrgencyAssigned } from '../events/triage';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';

/** Who reviews, how soon, and who takes it. */
export const evolveTriage = (
  referral: RegisteredReferral,
  event: TriageStarted | UrgencyAssigned | ReferralAccepted,
): RegisteredReferral => {
  const { occurredAt } = event;
  switch (event.type) {
    case 'TriageStarted': {
      const { reviewerId, protocolId = null } = event.data;
      const triage = { reviewerId, protocolId, startedAt: occurredAt };
      return moveTo(withFacets(referral, { triage, retriageNeeded: false }), { stage: 'in_triage' }, occurredAt);
    }
    case 'UrgencyAssigned':
      return withFacets(referral, {
        retriageNeeded: false,
        urgency: { ...referral.facets.urgency, assigned: event.data.to },
      });
    case 'ReferralAccepted': {
      const { acceptedBy, destination, service } = event.data;
      const acceptance = { acceptedBy, destination, service, acceptedAt: occurredAt };
      return moveTo(withFacets(referral, { acceptance, retriageNeeded: false }), { stage: 'accepted' }, occurredAt);
    }
  }
};
