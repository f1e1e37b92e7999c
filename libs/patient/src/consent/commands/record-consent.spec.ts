import { describe, it } from '@jest/globals';
import { changed } from '@referral/eventsourcing/testing';
import { given, record, recorded } from '../testing';

describe('recording a consent', () => {
  it('records it', () => {
    given().when(record).then(recorded);
  });

  it('records it once', () => {
    given(recorded).when(record).thenNothing();
  });

  it('does not make another of it', () => {
    given(recorded)
      .when(changed(record, { kind: 'roi' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs both statements for Part 2 records', () => {
    given()
      .when(changed(record, { redisclosureStatementIncluded: false }))
      .thenRejected('PART2_NOTICE_MISSING');
    given()
      .when(changed(record, { refusalConsequencesIncluded: false }))
      .thenRejected('PART2_NOTICE_MISSING');
  });

  it('comes after the signature', () => {
    given()
      .when(changed(record, { signedAt: '2026-03-02T09:00:01-05:00' }))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
