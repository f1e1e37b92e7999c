import { pick } from '@referral/values';
import { RedirectReferral } from '../../commands/redirect-referral';
import { ReturnWithAdvice } from '../../commands/return-with-advice';
import * as facts from '../facts/redirection';
import { order } from '../order';

export const redirect = order(RedirectReferral, facts.redirected.occurredAt, {
  ...pick(facts.redirected.data, 'to', 'mode', 'reason', 'patientInformed'),
});
export const supersede = order(RedirectReferral, facts.superseded.occurredAt, {
  ...pick(facts.superseded.data, 'to', 'mode', 'reason', 'patientInformed', 'successorId'),
});
export const advise = order(ReturnWithAdvice, facts.advised.occurredAt, {
  advice: 'A Holter recording first.',
  followUpSuggested: true,
});
