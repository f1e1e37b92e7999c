import { describe, it } from '@jest/globals';
import { but, changed, conference, disputed, given, histories, scheduleConference } from '../testing';

const later = '2026-03-05T16:00:00-05:00';

describe('a talk between the parties', () => {
  it('is scheduled', () => {
    given(...histories.in_triage, disputed)
      .when(scheduleConference)
      .then(conference);
  });

  it('is scheduled once, and may be moved', () => {
    given(...histories.in_triage, disputed, conference)
      .when(scheduleConference)
      .thenNothing();
    given(...histories.in_triage, disputed, conference)
      .when(changed(scheduleConference, { at: later }))
      .then(but(conference, { at: later }));
  });

  it('needs a dispute', () => {
    given(...histories.in_triage)
      .when(scheduleConference)
      .thenRejected('DISPUTE_NOT_FOUND');
  });
});
