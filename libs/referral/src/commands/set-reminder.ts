import { IsId, IsInstant, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone wants to be reminded. `what` carries no patient data. */
export class SetReminder extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly reminderId!: string;
  @IsInstant() readonly dueAt!: string;
  @IsText(500) readonly what!: string;
}

/** T39. */
export const setReminder = (command: SetReminder, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.reminders.find(({ reminderId }) => reminderId === command.reminderId);
  if (known?.dueAt === command.dueAt && known.what === command.what) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A reminder with this id is another one.');
  requireTransition(referral, 'SetReminder');
  return [happened('ReminderSet', command, pick(command, 'reminderId', 'dueAt', 'what'))];
};

/** A reminder. */
export const setReminderUseCase: UseCase<SetReminder> = {
  name: 'SetReminder',
  command: SetReminder,
  summary: 'Sets a reminder for a time.',
  roles: ['coordinator', 'lead'],
  creates: false,
  generatedIds: ['reminderId'],
  decide: setReminder,
};
