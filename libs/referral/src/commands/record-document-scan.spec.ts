import { describe, it } from '@jest/globals';
import { but, by, changed, coordinator, documentFacts, given, received, scan } from '../testing';

const { attached, scanned } = documentFacts;

describe('recording a scan', () => {
  it('records what it found', () => {
    given(received, attached).when(scan).then(scanned);
  });

  it('records it once, and what a later scan found', () => {
    given(received, attached, scanned).when(scan).thenNothing();
    given(received, attached, scanned)
      .when(changed(scan, { result: 'threat_found' }))
      .then(but(scanned, { result: 'threat_found' }));
  });

  it('concerns a document of the referral', () => {
    given(received).when(scan).thenRejected('DOCUMENT_NOT_FOUND');
  });

  it('is the word of the system', () => {
    given(received, attached).when(by(scan, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
