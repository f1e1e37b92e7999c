import { describe, it } from '@jest/globals';
import { clearReminder, given, histories, reminded, reminderCleared, reminderFired } from '../testing';

describe('clearing a reminder', () => {
  it('is recorded, whether it has fired or not', () => {
    given(...histories.accepted, reminded)
      .when(clearReminder)
      .then(reminderCleared);
    given(...histories.accepted, reminded, reminderFired)
      .when(clearReminder)
      .then(reminderCleared);
  });

  it('is cleared once', () => {
    given(...histories.accepted, reminded, reminderCleared)
      .when(clearReminder)
      .thenNothing();
  });

  it('needs a reminder', () => {
    given(...histories.accepted)
      .when(clearReminder)
      .thenRejected('REMINDER_NOT_FOUND');
  });
});
