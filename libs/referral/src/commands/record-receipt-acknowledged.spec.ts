import { describe, it } from '@jest/globals';
import { acknowledgeReceipt, by, documentFacts, given, histories, received, reviewer } from '../testing';

const { asked, receiptAcknowledged, sent } = documentFacts;

describe('acknowledging a receipt', () => {
  it('records the word of the recipient', () => {
    given(received, ...sent)
      .when(acknowledgeReceipt)
      .then(receiptAcknowledged);
  });

  it('records it once', () => {
    given(received, ...sent, receiptAcknowledged)
      .when(acknowledgeReceipt)
      .thenNothing();
  });

  it('concerns what went out', () => {
    given(received, ...asked)
      .when(acknowledgeReceipt)
      .thenRejected('CONTRADICTS_RECORD');
    given(received).when(acknowledgeReceipt).thenRejected('TRANSMISSION_NOT_FOUND');
  });

  it('is recorded whatever has become of the referral, by those who can know', () => {
    given(...histories.closed, ...sent)
      .when(acknowledgeReceipt)
      .then(receiptAcknowledged);
    given(received, ...sent)
      .when(by(acknowledgeReceipt, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
