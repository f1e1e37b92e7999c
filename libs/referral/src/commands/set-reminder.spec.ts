import { describe, it } from '@jest/globals';
import { changed, given, histories, reminded, setReminder } from '../testing';

describe('setting a reminder', () => {
  it('is recorded', () => {
    given(...histories.accepted)
      .when(setReminder)
      .then(reminded);
  });

  it('is recorded once', () => {
    given(...histories.accepted, reminded)
      .when(setReminder)
      .thenNothing();
    given(...histories.accepted, reminded)
      .when(changed(setReminder, { what: 'Call the clinic' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is over with the referral', () => {
    given(...histories.closed)
      .when(setReminder)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
