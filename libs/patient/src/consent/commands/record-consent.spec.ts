import { describe, it } from '@jest/globals';
import { but, changed } from '@referral/eventsourcing/testing';
import { given, record, recorded } from '../testing';

describe('recording a consent', () => {
  it('records it', () => {
    given().when(record).then(recorded);
  });

  it('records it once', () => {
    given(recorded).when(record).thenNothing();
  });

  it.each([{ kind: 'roi' }, { patientId: 'patient-2' }, { documentId: 'document-2' }] as const)(
    'does not make another of it: %j',
    (otherwise) => {
      given(recorded).when(changed(record, otherwise)).thenRejected('CONTRADICTS_RECORD');
    },
  );

  it.each(['part2_specific', 'part2_tpo'] as const)('needs both statements for Part 2 records: %s', (kind) => {
    given()
      .when(changed(record, { kind, redisclosureStatementIncluded: false }))
      .thenRejected('PART2_NOTICE_MISSING');
    given()
      .when(changed(record, { kind, refusalConsequencesIncluded: false }))
      .thenRejected('PART2_NOTICE_MISSING');
  });

  it('may end with an event', () => {
    given()
      .when(changed(record, { expiryEvent: 'end of the treatment' }))
      .then(but(recorded, { expiryEvent: 'end of the treatment' }));
  });

  it('comes after the signature', () => {
    const { occurredAt } = record;
    given()
      .when(changed(record, { signedAt: occurredAt }))
      .then(but(recorded, { signedAt: occurredAt }));
    const signedAt = '2026-03-02T09:00:00.001-05:00';
    given().when(changed(record, { signedAt })).thenRejected('CHRONOLOGY_VIOLATION', { signedAt });
  });
});
