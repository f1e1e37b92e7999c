import type { Validity } from '@referral/values';
import type { Granted, OpenedAuthorization } from './authorization';
import { refusal } from './invariants';

/** What was granted. @throws AUTHORIZATION_NOT_IN_FORCE when nothing was, or it is over */
export const requireGranted = ({ stage, granted }: OpenedAuthorization): Granted => {
  if (stage === 'exhausted') throw refusal('AUTHORIZATION_UNITS_EXHAUSTED');
  if (!granted || stage === 'expired' || stage === 'cancelled')
    throw refusal('AUTHORIZATION_NOT_IN_FORCE', `The authorization is ${stage.replaceAll('_', ' ')}.`);
  return granted;
};

/** The validity of what was granted, which has an end. @throws ILLEGAL_TRANSITION when it has none */
export const requireEnd = ({ stage, granted }: OpenedAuthorization): Validity & { readonly end: string } => {
  const validity = granted?.validity;
  if (validity?.end === undefined)
    throw refusal('ILLEGAL_TRANSITION', 'The payer named no end of its validity.', { from: stage });
  return { start: validity.start, end: validity.end };
};
