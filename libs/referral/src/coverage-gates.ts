import { closed, open, type ClosedGate } from './closed-gate';
import type { RegisteredReferral } from './referral';
import type { CoverageChoice } from './values/coverage-vocabulary';
import type { Network } from './values/vocabulary';

/** Decisions with which the patient goes on although the coverage does not pay. */
const selfPaying: readonly CoverageChoice[] = ['self_pay', 'payment_plan', 'financial_assistance'];

/** True when the patient has decided to be seen without the coverage. */
export const paysAnyway = ({ facets }: RegisteredReferral): boolean =>
  facets.coverageDecision !== null && selfPaying.includes(facets.coverageDecision.choice);

/** I12 and I13 as far as they do not depend on the date of the visit. */
export const eligibilityGates = (referral: RegisteredReferral): readonly ClosedGate[] => {
  const { eligibility } = referral.facets;
  if (paysAnyway(referral)) return open;
  switch (eligibility.status) {
    case 'unknown':
      return closed('eligibility', 'Eligibility has not been verified.');
    case 'pending':
      return closed('eligibility', 'The payer has not answered yet.');
    case 'unable_to_verify':
      return closed('eligibility', 'Eligibility could not be verified.');
    case 'inactive':
      return closed('coverage', 'The coverage is inactive: the patient decides first.');
    case 'service_not_covered':
      return closed('coverage', 'The service is not covered: the patient decides first.');
    case 'active':
      return open;
  }
};

const notTaking: readonly string[] = ['closed', 'suspended', 'retired'];

/** What the directory says about the network goes before what the payer said: it is about this very destination. */
const networkOf = ({ facets }: RegisteredReferral, destinationId: string): Network => {
  const { eligibility, destinations } = facets;
  if (eligibility.status === 'unknown' || eligibility.status === 'pending') return 'unknown';
  const listed = destinations.find((known) => known.destinationId === destinationId)?.networks ?? [];
  return listed.find(({ coverageId }) => coverageId === eligibility.coverageId)?.network ?? eligibility.network;
};

/** I14: the destination takes patients, and is not outside the network unless the patient has decided so. */
export const destinationGates = (
  referral: RegisteredReferral,
  destinationId: string | undefined,
): readonly ClosedGate[] => {
  if (destinationId === undefined) return open;
  const { destinations, coverageDecision } = referral.facets;
  const status = destinations.find((known) => known.destinationId === destinationId)?.status ?? 'open';
  const decided = paysAnyway(referral) || coverageDecision?.choice === 'out_of_network';
  return [
    ...(notTaking.includes(status) ? closed('destination', `The destination is ${status}.`) : open),
    ...(networkOf(referral, destinationId) === 'out' && !decided
      ? closed('network', 'The destination is outside the network: the patient decides first.')
      : open),
  ];
};
