import { describe, it } from '@jest/globals';
import {
  accept,
  accepted,
  actor,
  backdated,
  but,
  by,
  changed,
  complete,
  coordinator,
  given,
  histories,
  received,
  triageStarted,
  urgencyAssigned,
} from '../testing';

const underProtocol = but(triageStarted, { protocolId: 'protocol-1' });

describe('accepting a referral', () => {
  it('accepts it for a destination and a service', () => {
    given(...histories.in_triage)
      .when(accept)
      .then(accepted);
  });

  it('accepts it once', () => {
    given(...histories.accepted)
      .when(accept)
      .thenNothing();
  });

  it('does not send an accepted referral elsewhere', () => {
    given(...histories.accepted)
      .when(changed(accept, { destination: { id: 'clinic-2', type: 'facility' } }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs an urgency', () => {
    given(received, complete, triageStarted).when(accept).thenRejected('URGENCY_REQUIRED');
  });

  it('comes after triage', () => {
    given(received, complete).when(accept).thenRejected('ILLEGAL_TRANSITION');
  });

  it('lets a coordinator accept under the protocol of the triage only', () => {
    const asCoordinator = by(accept, coordinator);
    given(...histories.in_triage)
      .when(asCoordinator)
      .thenRejected('ROLE_NOT_PERMITTED');
    given(received, complete, underProtocol, urgencyAssigned).when(asCoordinator).then(accepted);
  });

  it('does not take effect before triage unless it is a late entry', () => {
    const early = backdated(accept, '2026-03-02T09:59:00-05:00');
    given(...histories.in_triage)
      .when(early)
      .thenRejected('CHRONOLOGY_VIOLATION');
    given(...histories.in_triage)
      .when(changed(early, { lateEntry: true }))
      .then({ ...but(accepted, { lateEntry: true }), occurredAt: '2026-03-02T09:59:00-05:00' });
  });

  it('is not for a referring office', () => {
    given(...histories.in_triage)
      .when(by(accept, actor('referrer-1', 'referring_party')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
