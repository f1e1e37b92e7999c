import { describe, it } from '@jest/globals';
import {
  backdated,
  but,
  by,
  changed,
  complete,
  coordinator,
  effective,
  everyone,
  given,
  histories,
  received,
  receivedIncomplete,
  startTriage,
  triageStarted,
  urgencyAssigned,
} from '../testing';
import { commandsFrom } from '../transitions';

const override = { approvedBy: 'lead-1', reason: { code: 'clinical_need', comment: 'The letter follows by mail' } };

describe('starting triage', () => {
  it('starts for a complete referral', () => {
    given(received, complete).when(startTriage).then(triageStarted);
  });

  it('starts once', () => {
    given(received, complete, triageStarted).when(startTriage).thenNothing();
  });

  it('does not change hands by starting again', () => {
    given(received, complete, triageStarted)
      .when(changed(startTriage, { reviewerId: 'reviewer-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('waits for missing items and names them', () => {
    given(receivedIncomplete)
      .when(startTriage)
      .thenRejected('INCOMPLETE_REFERRAL', { missing: ['referral_letter', 'lab'] });
  });

  it('goes ahead of missing items when a second person answers for that', () => {
    given(receivedIncomplete).when(changed(startTriage, { override })).then(but(triageStarted, { override }));
  });

  it('does not let a reviewer approve the own exception', () => {
    const own = { ...override, approvedBy: everyone.userId };
    given(receivedIncomplete)
      .when(changed(startTriage, { override: own }))
      .thenRejected('SELF_APPROVAL');
  });

  it('lets care go first when it is urgent', () => {
    const own = { ...override, approvedBy: everyone.userId };
    given(receivedIncomplete, effective(but(urgencyAssigned, { to: 'urgent' }), '2026-03-02T09:30:00-05:00'))
      .when(changed(startTriage, { override: own }))
      .then(but(triageStarted, { override: own }));
  });

  it('needs a protocol when a coordinator does it', () => {
    const protocol = { protocolId: 'protocol-1', protocolVersion: 3 };
    given(received, complete).when(by(startTriage, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
    given(received, complete)
      .when(changed(by(startTriage, coordinator), protocol))
      .then(but(triageStarted, protocol));
  });

  it('is not dated back before the referral came in', () => {
    given(received, complete)
      .when(backdated(startTriage, '2026-03-02T08:00:00-05:00'))
      .thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('does not begin anew after acceptance', () => {
    given(...histories.accepted)
      .when(startTriage)
      .thenRejected('ILLEGAL_TRANSITION', {
        from: 'accepted',
        command: 'StartTriage',
        allowed: commandsFrom('accepted'),
      });
  });
});
