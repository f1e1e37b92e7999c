import type { Validity } from '@referral/values';
import { refusal } from './invariants';
import { endOfValidity } from './validity';

/** More time is more time. @throws VALIDATION_FAILED */
export const requireLater = (old: { readonly end: string }, extended: Validity): void => {
  const end = endOfValidity(extended);
  if (end !== null && end <= (endOfValidity(old) ?? Infinity))
    throw refusal('VALIDATION_FAILED', `An extension ends later than ${old.end}.`);
};
