import { minutesBetween } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import type { ReferralCompletenessReached } from './events/completeness';
import { happened } from './happened';
import { defaultRequirements } from './policies';

/** Nothing mandatory is missing any more. */
export const completenessReached = (command: ReferralCommand, receivedAt: string): ReferralCompletenessReached =>
  happened('ReferralCompletenessReached', command, {
    ...defaultRequirements,
    elapsedMinutes: Math.floor(minutesBetween(receivedAt, command.occurredAt)),
  });
