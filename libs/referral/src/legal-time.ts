import { requireTimely } from '@referral/eventsourcing';
import type { ReferralCommand } from './commands/referral-command';
import { referralPolicy } from './policies';
import type { Referral } from './referral';

const unlimited = { hours: Infinity, daysWithLead: Infinity };

/**
 * I34: not in the future, not before registration, and not further back than the policy lets the actor go.
 * @param importsHistory the command brings in what another system recorded long ago: the limits do not apply to it
 * @throws BACKDATE_NOT_ALLOWED
 */
export const requireLegalTime = (command: ReferralCommand, referral: Referral, importsHistory: boolean): void => {
  const beganAt = referral.stage === 'none' ? null : referral.registration.receivedAt;
  requireTimely(command, beganAt, importsHistory ? unlimited : referralPolicy.backdating);
};
