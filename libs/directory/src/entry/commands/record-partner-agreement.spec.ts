import { describe, it } from '@jest/globals';
import { changed, but } from '@referral/eventsourcing/testing';
import { given, recordAgreement, added, retired, agreementRecorded } from '../testing';

describe('recording an agreement with a partner', () => {
  it('records it', () => {
    given(added).when(recordAgreement).then(agreementRecorded);
  });

  it('records it once', () => {
    given(added, agreementRecorded).when(recordAgreement).thenNothing();
  });

  it('does not say something else of the same document', () => {
    given(added, agreementRecorded)
      .when(changed(recordAgreement, { effective: '2026-04-01' }))
      .thenRejected('CONTRADICTS_RECORD', { documentId: 'document-1' });
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(recordAgreement).thenRejected('ILLEGAL_TRANSITION');
  });

  it('records another one', () => {
    given(added, agreementRecorded)
      .when(changed(recordAgreement, { documentId: 'document-2' }))
      .then(but(agreementRecorded, { documentId: 'document-2' }));
  });
});
