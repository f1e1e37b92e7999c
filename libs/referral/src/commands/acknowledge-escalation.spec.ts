import { describe, it } from '@jest/globals';
import { acknowledgeEscalation, changed, escalated, escalationAcknowledged, given, histories } from '../testing';

describe('answering an escalation', () => {
  it('is recorded with a plan', () => {
    given(...histories.accepted, escalated)
      .when(acknowledgeEscalation)
      .then(escalationAcknowledged);
  });

  it('is answered once', () => {
    given(...histories.accepted, escalated, escalationAcknowledged)
      .when(acknowledgeEscalation)
      .thenNothing();
    given(...histories.accepted, escalated, escalationAcknowledged)
      .when(changed(acknowledgeEscalation, { by: 'lead-2' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs an escalation', () => {
    given(...histories.accepted)
      .when(acknowledgeEscalation)
      .thenRejected('ESCALATION_NOT_FOUND');
  });
});
