import type { ReferralEvent, RegisteredReferral } from '@referral/referral';
import type { ClockId } from '@referral/values';

/**
 * The clocks that a reopening starts: the promise that the stage stands under in which work begins anew. The facts that started them
 * in the cycle before are not repeated. A redirected order is triaged anew as well. What lacks items is acknowledged anew by asking for them, and triaged once they are in.
 */
export const restartedBy = (event: ReferralEvent, { facets }: RegisteredReferral): readonly ClockId[] => {
  if (event.type === 'ReferralRedirected' && event.data.successorId === undefined)
    return facets.completeness.missing.length === 0 ? ['K2'] : [];
  if (event.type !== 'ReferralReopened') return [];
  switch (event.data.toStage) {
    case 'received':
      return facets.completeness.missing.length === 0 ? ['K2'] : ['K1'];
    case 'accepted':
      return ['K4', 'K8'];
    case 'visit_completed':
      return ['K11'];
    case 'report_received':
      return facets.report && facets.report.forwardedTo.length > 0 ? ['K12'] : [];
  }
};
