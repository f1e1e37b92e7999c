import { hoursBetween, instant } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import { referralPolicy } from './policies';
import type { Referral } from './referral';
import { refusal } from './refuse';
import { isBackdated } from './time';

/**
 * I34: not in the future, not before registration, and not further back than the policy lets the actor go.
 * @param importsHistory the command brings in what another system recorded long ago: the limits do not apply to it
 * @throws BACKDATE_NOT_ALLOWED
 */
export const requireLegalTime = (command: ReferralCommand, referral: Referral, importsHistory: boolean): void => {
  if (!isBackdated(command)) return;
  const { occurredAt, issued } = command;
  const { hours, daysWithLead } = referralPolicy.backdating;
  const age = hoursBetween(occurredAt, issued.recordedAt);
  if (age < 0) throw refusal('BACKDATE_NOT_ALLOWED', 'It would take effect in the future.', { occurredAt });
  if (referral.stage !== 'none' && instant(occurredAt) < instant(referral.registration.receivedAt))
    throw refusal('BACKDATE_NOT_ALLOWED', 'It would take effect before the referral was registered.', { occurredAt });
  if (importsHistory) return;
  if (age > daysWithLead * 24)
    throw refusal('BACKDATE_NOT_ALLOWED', `Nothing is dated back more than ${daysWithLead} days.`, { occurredAt });
  if (age > hours && !issued.actor.roles.includes('lead'))
    throw refusal('BACKDATE_NOT_ALLOWED', `Only a lead dates back more than ${hours} hours.`, { occurredAt });
};
