import { instant, type Validity } from '@referral/values';
import { refusal } from './invariants';

/** More time is more time. @throws VALIDATION_FAILED */
export const requireLater = (old: { readonly end: string }, { end }: Validity): void => {
  if (end !== undefined && instant(end) <= instant(old.end))
    throw refusal('VALIDATION_FAILED', `An extension ends later than ${old.end}.`);
};
