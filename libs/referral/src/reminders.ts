import type { Reminder } from './coordination-facets';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** The reminder that a command means. @throws REMINDER_NOT_FOUND */
export const requireReminder = ({ facets }: RegisteredReferral, reminderId: string): Reminder => {
  const reminder = facets.reminders.find((known) => known.reminderId === reminderId);
  if (!reminder) throw refusal('REMINDER_NOT_FOUND', 'No reminder with this id was set under this referral.');
  return reminder;
};

/** What a command needs that does something with a reminder. @throws REMINDER_NOT_FOUND */
export const requireSomeReminder = ({ facets }: RegisteredReferral): void => {
  if (facets.reminders.length === 0) throw refusal('REMINDER_NOT_FOUND', 'No reminder is set.');
};
