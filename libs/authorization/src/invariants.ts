import { commonInvariants, invariant, refusals } from '@referral/eventsourcing';

/** Every code that a command about a prior authorization can be refused with. */
export const authorizationInvariants = {
  ...commonInvariants,
  AUTHORIZATION_NOT_FOUND: invariant(null, 404, 'The authorization exists.'),
  REFERRAL_NOT_FOUND: invariant(null, 404, 'The referral exists.'),
  DEADLINE_NOT_REACHED: invariant(null, 422, 'A clock tells only what has come about.'),
  APPROVED_UNITS_REQUIRED: invariant(null, 422, 'A payer that grants something else says how much of what.'),
  AUTHORIZATION_NOT_IN_FORCE: invariant('I10', 422, 'Services are given under an authorization that is in force.'),
  AUTHORIZATION_UNITS_EXHAUSTED: invariant('I11', 422, 'Units are left of what is used.'),
  NO_SUBMISSION: invariant('I49', 409, 'A payer decides what was submitted to it.'),
  DENIAL_REASON_REQUIRED: invariant('I50', 422, 'A denial gives a specific reason, in a code or in words.'),
} as const;

export type AuthorizationInvariantCode = keyof typeof authorizationInvariants;

/** The error of a broken invariant. */
export const refusal = refusals(authorizationInvariants);
