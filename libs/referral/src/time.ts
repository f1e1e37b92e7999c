import { instant } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import { refusal } from './refuse';

/** True when the effective time is another than that of recording: someone reports what happened before. */
export const isBackdated = (command: ReferralCommand): boolean => command.occurredAt !== command.issued.recordedAt;

/**
 * What follows takes effect after what it follows. A command without a time of its own takes effect now and is never out of order,
 * also when the clocks of two servers differ.
 * @throws CHRONOLOGY_VIOLATION (I35) unless the command says `lateEntry`
 */
export const requireChronology = (command: ReferralCommand, earlier: string, what: string): void => {
  if (command.lateEntry === true || !isBackdated(command) || instant(command.occurredAt) >= instant(earlier)) return;
  const message = `It would take effect before ${what} (${earlier}). Enter it with lateEntry when that is how it was.`;
  throw refusal('CHRONOLOGY_VIOLATION', message, { occurredAt: command.occurredAt, earlier });
};
