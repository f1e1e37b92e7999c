import { describe, it } from '@jest/globals';
import { but, by, changed, compose, documentFacts, given, histories, received, reviewer } from '../testing';

const { attached, composed, scanned } = documentFacts;

describe('composing a package', () => {
  it('puts clean documents together', () => {
    given(received, attached, scanned).when(compose).then(composed);
  });

  it('puts them together once', () => {
    given(received, attached, scanned, composed).when(compose).thenNothing();
    given(received, attached, scanned, composed)
      .when(changed(compose, { documents: ['document-lab', 'document-note'] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('takes only what was found clean', () => {
    given(received, attached).when(compose).thenRejected('DOCUMENT_NOT_CLEAN');
    for (const result of ['threat_found', 'failed'] as const)
      given(received, attached, but(scanned, { result })).when(compose).thenRejected('DOCUMENT_NOT_CLEAN');
    given(received).when(compose).thenRejected('DOCUMENT_NOT_FOUND');
  });

  it('is as sensitive as the referral and its documents', () => {
    const document = { ...attached.data.document, sensitivity: ['part2', 'normal'] };
    given(but(received, { sensitivity: ['hiv'] }), but(attached, { document }), scanned)
      .when(compose)
      .then(but(composed, { sensitivity: ['hiv', 'part2'] }));
  });

  it('is refused once the referral is finished, and to those who review', () => {
    given(...histories.closed, attached, scanned)
      .when(compose)
      .thenRejected('REFERRAL_TERMINAL');
    given(received, attached, scanned).when(by(compose, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
