import { describe, it } from '@jest/globals';
import { at, fireReminder, given, histories, reminded, reminderCleared, reminderFired } from '../testing';

describe('a reminder that comes due', () => {
  it('fires', () => {
    given(...histories.accepted, reminded)
      .when(fireReminder)
      .then(reminderFired);
  });

  it('fires once, and not after it was cleared', () => {
    given(...histories.accepted, reminded, reminderFired)
      .when(fireReminder)
      .thenNothing();
    given(...histories.accepted, reminded, reminderCleared)
      .when(fireReminder)
      .thenNothing();
  });

  it('waits for its time', () => {
    given(...histories.accepted, reminded)
      .when(at(fireReminder, '2026-03-05T08:59:59-05:00'))
      .thenRejected('REMINDER_NOT_DUE');
  });
});
