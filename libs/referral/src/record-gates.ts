import { closed, open, type ClosedGate } from './closed-gate';
import { unmet } from './completeness';
import type { RegisteredReferral } from './referral';
import type { ConsentStatus } from './values/document-vocabulary';

const lacking: readonly ConsentStatus[] = ['required', 'revoked', 'expired'];

/**
 * Mandatory items verified or waived, and consent given where it is needed. Under the default requirements an item counts once it has
 * come in (S02): triage has asked for that.
 */
export const recordGates = ({ facets }: RegisteredReferral): readonly ClosedGate[] => {
  const lacks = facets.completeness.requirementSet === null ? [] : unmet(facets.completeness);
  return [
    ...(lacks.length > 0 ? closed('documents', `Neither verified nor waived: ${lacks.join(', ')}.`) : open),
    ...(lacking.includes(facets.consent) ? closed('consent', `The consent is ${facets.consent}.`) : open),
  ];
};
