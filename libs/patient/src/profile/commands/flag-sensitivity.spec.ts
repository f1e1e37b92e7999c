import { describe, it, expect } from '@jest/globals';
import { patientAggregate } from '../aggregate';
import { fold } from '@referral/eventsourcing';
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

  it('leaves the other flags, which tell how sensitive the patient is', () => {
    const minor = but(flagged, { flag: 'minor' });
    const history = [registered, flagged, minor, but(flagged, { applies: false })];
    given(...history)
      .when(changed(flag, { flag: 'minor' }))
      .thenNothing();
    given(...history)
      .when(flag)
      .then(flagged);
    const { decider, sensitivityOf } = patientAggregate;
    expect(sensitivityOf?.(fold(decider.evolve, decider.initialState, history))).toEqual(['minor']);
    expect(sensitivityOf?.(decider.initialState)).toEqual([]);
  });
});
