import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ConsentEvent, ConsentRecorded, ConsentRevoked } from '@referral/patient';
import { fact, patientData } from '../testing/fact';
import { streamOf } from '../testing/stream';
import { consents } from './consents';

const recorded = fact<ConsentRecorded>('ConsentRecorded', {
  consentId: 'c1',
  patientId: 'patient-1',
  kind: 'part2_specific',
  from: { id: 'clinic-1', type: 'facility' },
  recipients: ['clinic-2'],
  informationDescription: patientData,
  purpose: 'treatment',
  signedAt: '2026-03-02T14:00:00Z',
  signedBy: 'patient-1',
  documentId: 'document-1',
  redisclosureStatementIncluded: true,
  refusalConsequencesIncluded: true,
});
const revoked = fact<ConsentRevoked>('ConsentRevoked', { effectiveAt: '2026-03-03T15:00:00Z', how: 'in writing' });

const entryOf = (...events: readonly ConsentEvent[]) =>
  projects(consents).given(...streamOf('consent-c1', events)).document;

describe('a consent, by its patient', () => {
  it('holds until it is taken back, and tells nothing of the information', () => {
    expect(entryOf(recorded())).toMatchObject({
      patientId: 'patient-1',
      stage: 'active',
      recordedAt: '2026-03-02T15:00:00.000Z',
      state: { consentId: 'c1', kind: 'part2_specific', recipients: ['clinic-2'] },
    });
    expect(entryOf(recorded(), revoked())?.stage).toBe('revoked');
    expect(JSON.stringify(entryOf(recorded()))).not.toContain(patientData);
  });

  it('begins with its record', () => {
    expect(entryOf(revoked())).toBeNull();
  });
});
