import { describe, expect, it } from '@jest/globals';
import { by, confirmDelivery, documentFacts, given, histories, received, reviewer, stageAfter } from '../testing';

const { asked, delivered, sent } = documentFacts;

describe('confirming a delivery', () => {
  it('records that the package arrived, which accepts nothing', () => {
    given(received, ...sent)
      .when(confirmDelivery)
      .then(delivered);
    expect(stageAfter(received, ...sent, delivered)).toBe('received');
  });

  it('records it once', () => {
    given(received, ...sent, delivered)
      .when(confirmDelivery)
      .thenNothing();
  });

  it('concerns what went out', () => {
    given(received, ...asked)
      .when(confirmDelivery)
      .thenRejected('CONTRADICTS_RECORD');
    given(received).when(confirmDelivery).thenRejected('TRANSMISSION_NOT_FOUND');
  });

  it('is recorded whatever has become of the referral, by those who can know', () => {
    given(...histories.closed, ...sent)
      .when(confirmDelivery)
      .then(delivered);
    given(received, ...sent)
      .when(by(confirmDelivery, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
