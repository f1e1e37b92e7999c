import { instant, IsId, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireReminder, requireSomeReminder } from '../reminders';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A reminder has come due. Issued by the clock. */
export class FireReminder extends ReferralCommand {
  @IsId() readonly reminderId!: string;
}

/** T39. A reminder that was cleared does not fire. */
export const fireReminder = (command: FireReminder, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const reminder = requireReminder(referral, command.reminderId);
  if (reminder.status !== 'set') return [];
  requireTransition(referral, 'FireReminder');
  if (instant(command.occurredAt) < instant(reminder.dueAt)) throw refusal('REMINDER_NOT_DUE');
  return [happened('ReminderFired', command, pick(command, 'reminderId'))];
};

/** A reminder that comes due. */
export const fireReminderUseCase: UseCase<FireReminder> = {
  name: 'FireReminder',
  command: FireReminder,
  summary: 'Fires a reminder that is due.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: fireReminder,
  possible: requireSomeReminder,
};
