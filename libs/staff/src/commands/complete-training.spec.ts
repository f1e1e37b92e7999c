import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, completeTraining, added, trained } from '../testing';

describe('completing a training', () => {
  it('records it', () => {
    given(added).when(completeTraining).then(trained);
  });

  it('records it once, whichever version was passed before', () => {
    given(added, trained).when(completeTraining).thenNothing();
    given(added, trained)
      .when(changed(completeTraining, { version: 1 }))
      .thenNothing();
  });

  it('records a later version', () => {
    given(added, trained)
      .when(changed(completeTraining, { version: 3 }))
      .then(but(trained, { version: 3 }));
  });

  it('needs a member of staff', () => {
    given().when(completeTraining).thenRejected('STAFF_NOT_FOUND');
  });

  it('records another course', () => {
    given(added, trained)
      .when(changed(completeTraining, { courseId: 'fire_safety' }))
      .then(but(trained, { courseId: 'fire_safety' }));
  });
});
