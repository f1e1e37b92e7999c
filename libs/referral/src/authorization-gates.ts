import { activeAppointments } from './appointments';
import { closed, open, within, type ClosedGate, type Visit } from './closed-gate';
import { paysAnyway } from './coverage-gates';
import { facetOfState } from './evolve/coverage-work';
import type { AuthorizationCopy } from './facets/coverage';
import type { RegisteredReferral } from './referral';

/** None is required, or the patient pays for what the payer has denied. */
export const needsNoAuthorization = (referral: RegisteredReferral): boolean => {
  const { authorization, coverageDecision } = referral.facets;
  return authorization === 'not_required' || (coverageDecision?.ofDenial === true && paysAnyway(referral));
};

const usable: readonly string[] = ['not_required', 'approved', 'partially_approved', 'modified'];

const isUsable = ({ status, unitsRemaining }: AuthorizationCopy): boolean =>
  usable.includes(facetOfState[status]) && unitsRemaining !== 0;

/** The authorization that a visit would rest on: the named one, else the newest usable one, else the newest. */
export const authorizationFor = (
  { facets }: RegisteredReferral,
  authorizationId?: string,
): AuthorizationCopy | null => {
  const named = facets.authorizations.find((known) => known.authorizationId === authorizationId);
  return named ?? facets.authorizations.findLast(isUsable) ?? facets.authorizations.at(-1) ?? null;
};

const state = ({ facets }: RegisteredReferral, copy: AuthorizationCopy | null): string =>
  copy ? facetOfState[copy.status] : facets.authorization;

/** I10 and I11 as far as they do not depend on the date of the visit. */
export const authorizationGates = (referral: RegisteredReferral, authorizationId?: string): readonly ClosedGate[] => {
  if (needsNoAuthorization(referral)) return open;
  const copy = authorizationFor(referral, authorizationId);
  const status = state(referral, copy);
  if (status === 'exhausted' || (usable.includes(status) && copy?.unitsRemaining === 0))
    return closed('authorization_units', 'No authorized unit is left.');
  return usable.includes(status)
    ? open
    : closed('authorization', `The authorization is ${status.replaceAll('_', ' ')}.`);
};

/** I51: visits that are booked already use up the units that are left. */
export const unitGates = (referral: RegisteredReferral): readonly ClosedGate[] => {
  if (needsNoAuthorization(referral)) return open;
  const left = authorizationFor(referral)?.unitsRemaining ?? null;
  const booked = activeAppointments(referral.facets.appointments).length;
  return left !== null && left > 0 && booked >= left
    ? closed('visits', `All ${left} authorized visits that are left are booked.`)
    : open;
};

/** I15: the visit lies within the period of the authorization. */
export const authorizationPeriodGates = (
  referral: RegisteredReferral,
  visit: Visit,
  authorizationId?: string,
): readonly ClosedGate[] => {
  if (needsNoAuthorization(referral)) return open;
  const validity = authorizationFor(referral, authorizationId)?.validity;
  return !validity || within(validity, visit)
    ? open
    : closed('authorization_period', 'The visit lies outside the period of the authorization.');
};
