import { describe, it } from '@jest/globals';
import { actorWith, at, backdated, but, by } from '@referral/eventsourcing/testing';
import { given, reportCapacity, added, capacityReported, retired } from '../testing';

describe('reporting capacity', () => {
  it('records it', () => {
    given(added).when(reportCapacity).then(capacityReported);
  });

  it('records it once', () => {
    given(added, capacityReported).when(reportCapacity).thenNothing();
  });

  it('tells later that it is still so', () => {
    const later = '2026-03-04T09:00:00-05:00';
    given(added, capacityReported)
      .when(at(reportCapacity, later))
      .then({ ...but(capacityReported, { reportedAt: later }), occurredAt: later });
  });

  it('does not take the word of an earlier time for the newest', () => {
    given(added, capacityReported)
      .when(backdated(at(reportCapacity, '2026-03-04T09:00:00-05:00'), '2026-03-02T10:00:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('is open to the destination itself', () => {
    given(added)
      .when(by(reportCapacity, actorWith('admin-1', 'receiving_party')))
      .then(capacityReported);
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(reportCapacity).thenRejected('ILLEGAL_TRANSITION');
  });
});
