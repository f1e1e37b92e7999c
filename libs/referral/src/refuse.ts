import { DomainError } from '@referral/eventsourcing';
import { invariants, type InvariantCode } from './invariants';

/**
 * The error of a broken invariant.
 * @param message what is wrong in this case and what would be right; without it the invariant's own sentence
 */
export const refusal = (
  code: InvariantCode,
  message: string = invariants[code].sentence,
  details: Readonly<Record<string, unknown>> = {},
): DomainError => new DomainError(code, message, details);
