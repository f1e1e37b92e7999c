import { describe, it } from '@jest/globals';
import { changed } from '@referral/eventsourcing/testing';
import { given, register, registered } from '../testing';

describe('registering a referring office', () => {
  it('registers it', () => {
    given().when(register).then(registered);
  });

  it('registers it once', () => {
    given(registered).when(register).thenNothing();
  });

  it('does not make another of it', () => {
    given(registered)
      .when(changed(register, { partyId: 'office-2' }))
      .thenRejected('CONTRADICTS_RECORD');
    given(registered)
      .when(changed(register, { name: 'Another Synthetic Practice' }))
      .thenRejected('CONTRADICTS_RECORD');
  });
});
