import { describe, it } from '@jest/globals';
import { changed, but } from '@referral/eventsourcing/testing';
import { given, recordAbsence, added, absent } from '../testing';

describe('recording an absence', () => {
  it('records it', () => {
    given(added).when(recordAbsence).then(absent);
  });

  it('records it once', () => {
    given(added, absent).when(recordAbsence).thenNothing();
  });

  it('does not say something else of the same absence', () => {
    given(added, absent)
      .when(changed(recordAbsence, { cover: [] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('does not let somebody stand in for themselves', () => {
    given(added)
      .when(changed(recordAbsence, { cover: ['staff-1'] }))
      .thenRejected('COVER_NOT_POSSIBLE', { staffId: 'staff-1' });
  });

  it('records another absence', () => {
    given(added, absent)
      .when(changed(recordAbsence, { absenceId: 'absence-2' }))
      .then(but(absent, { absenceId: 'absence-2' }));
  });
});
