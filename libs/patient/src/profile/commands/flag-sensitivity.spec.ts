import { describe, it } from '@jest/globals';
import { actorWith, but, by, changed } from '@referral/eventsourcing/testing';
import { given, flag, registered, flagged } from '../testing';

describe('flagging what is sensitive', () => {
  it('sets the flag', () => {
    given(registered).when(flag).then(flagged);
  });

  it('sets it once', () => {
    given(registered, flagged).when(flag).thenNothing();
  });

  it('takes it away again', () => {
    given(registered, flagged)
      .when(changed(flag, { applies: false }))
      .then(but(flagged, { applies: false }));
  });

  it('is not for everybody', () => {
    given(registered)
      .when(by(flag, actorWith('clerk-1', 'intake')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
