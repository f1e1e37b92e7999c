import { describe, it } from '@jest/globals';
import { by, compose, coordinator, documentFacts, given, received, transmit, withdraw, without } from '../testing';

const { attached, packed, scanned, withdrawn } = documentFacts;

describe('withdrawing a document', () => {
  it('withdraws it', () => {
    given(received, attached).when(withdraw).then(withdrawn);
  });

  it('withdraws it once', () => {
    given(received, attached, withdrawn).when(withdraw).thenNothing();
  });

  it('needs a reason and a document', () => {
    given(received, attached).when(without(withdraw, 'reason')).thenRejected('REASON_REQUIRED');
    given(received).when(withdraw).thenRejected('DOCUMENT_NOT_FOUND');
  });

  it('lets it go into no package and out with none', () => {
    given(received, attached, scanned, withdrawn).when(compose).thenRejected('DOCUMENT_NOT_CLEAN');
    given(received, ...packed, withdrawn)
      .when(transmit)
      .thenRejected('DOCUMENT_NOT_CLEAN');
  });

  it('is for a lead or a privacy officer', () => {
    given(received, attached).when(by(withdraw, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
