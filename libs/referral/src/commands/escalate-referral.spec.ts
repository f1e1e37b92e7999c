import { describe, it } from '@jest/globals';
import { but, changed, escalate, escalated, escalationAcknowledged, given, histories } from '../testing';

describe('escalating a referral', () => {
  it('calls someone higher up', () => {
    given(...histories.accepted)
      .when(escalate)
      .then(escalated);
  });

  it('calls once, and higher while nobody answers', () => {
    given(...histories.accepted, escalated)
      .when(escalate)
      .thenNothing();
    given(...histories.accepted, escalated)
      .when(changed(escalate, { level: 2 }))
      .then(but(escalated, { level: 2 }));
  });

  it('does not go down before it is answered', () => {
    given(...histories.accepted, but(escalated, { level: 3 }))
      .when(escalate)
      .thenRejected('CONTRADICTS_RECORD');
    given(...histories.accepted, but(escalated, { level: 3 }), escalationAcknowledged)
      .when(escalate)
      .then(escalated);
  });
});
