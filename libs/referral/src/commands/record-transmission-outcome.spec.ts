import { describe, it } from '@jest/globals';
import { by, changed, coordinator, documentFacts, given, histories, received, wentOut, without } from '../testing';

const { asked, sent, transmissionFailed, transmitted } = documentFacts;
const failed = without(changed(wentOut, { outcome: 'failed' }), 'providerMessageId');

describe('recording what became of a transmission', () => {
  it('records that the package went out, with all that a disclosure is', () => {
    given(received, ...asked)
      .when(wentOut)
      .then(transmitted);
  });

  it('records why it did not', () => {
    const error = transmissionFailed.data.error;
    given(received, ...asked)
      .when(changed(failed, { error }))
      .then(transmissionFailed);
    given(received, ...asked)
      .when(failed)
      .then({
        ...transmissionFailed,
        data: { ...transmissionFailed.data, error: { code: 'unstated', retryable: false } },
      });
  });

  it('records it once, and one outcome only', () => {
    given(received, ...sent)
      .when(wentOut)
      .thenNothing();
    given(received, ...sent)
      .when(failed)
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('concerns a transmission that was asked for', () => {
    given(received).when(wentOut).thenRejected('TRANSMISSION_NOT_FOUND');
  });

  it('is recorded whatever has become of the referral', () => {
    given(...histories.closed, ...asked)
      .when(wentOut)
      .then(transmitted);
  });

  it('is the word of the carrier', () => {
    given(received, ...asked)
      .when(by(wentOut, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
