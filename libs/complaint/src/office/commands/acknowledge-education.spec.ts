import { describe, it } from '@jest/globals';
import { backdated, but, changed } from '@referral/eventsourcing/testing';
import { given, acknowledge, registered, sent, acknowledged } from '../testing';

describe('acknowledging education', () => {
  it('records it', () => {
    given(registered, sent).when(acknowledge).then(acknowledged);
  });

  it('records it once', () => {
    given(registered, sent, acknowledged).when(acknowledge).thenNothing();
  });

  it('needs something that was sent', () => {
    given(registered).when(acknowledge).thenRejected('EDUCATION_NOT_FOUND');
  });

  it('takes effect after it was sent', () => {
    given(registered, sent)
      .when(backdated(acknowledge, '2026-03-02T10:00:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('is not taken for the acknowledgement of something else that was sent', () => {
    const another = but(sent, { educationId: 'education-2' });
    given(registered, sent, another, acknowledged)
      .when(changed(acknowledge, { educationId: 'education-2' }))
      .then(but(acknowledged, { educationId: 'education-2' }));
  });
});
