import { IsId, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireReminder, requireSomeReminder } from '../reminders';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A reminder is no longer needed. */
export class ClearReminder extends ReferralCommand {
  @IsId() readonly reminderId!: string;
}

/** T39. */
export const clearReminder = (command: ClearReminder, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (requireReminder(referral, command.reminderId).status === 'cleared') return [];
  requireTransition(referral, 'ClearReminder');
  return [happened('ReminderCleared', command, pick(command, 'reminderId'))];
};

/** The end of a reminder. */
export const clearReminderUseCase: UseCase<ClearReminder> = {
  name: 'ClearReminder',
  command: ClearReminder,
  summary: 'Clears a reminder, whether it has fired or not.',
  roles: ['coordinator', 'lead'],
  creates: false,
  generatedIds: [],
  decide: clearReminder,
  possible: requireSomeReminder,
};
