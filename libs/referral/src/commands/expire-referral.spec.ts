import { describe, it } from '@jest/globals';
import { at, by, coordinator, expire, expired, extended, given, histories } from '../testing';

describe('the end of a validity', () => {
  it('ends a referral that nobody fulfilled', () => {
    given(...histories.accepted)
      .when(expire)
      .then(expired);
  });

  it('ends it once', () => {
    given(...histories.expired)
      .when(expire)
      .thenNothing();
  });

  it('waits for the end of its last day', () => {
    given(...histories.accepted)
      .when(at(expire, '2026-06-30T12:00:00-04:00'))
      .thenRejected('VALIDITY_NOT_ENDED');
  });

  it('does not end what was extended meanwhile', () => {
    given(...histories.accepted, extended)
      .when(expire)
      .thenRejected('VALIDITY_NOT_ENDED');
  });

  it('spares a visit that is booked', () => {
    given(...histories.scheduled)
      .when(expire)
      .thenRejected('APPOINTMENTS_STILL_ACTIVE');
  });

  it('does not touch a patient who was seen', () => {
    given(...histories.visit_completed)
      .when(expire)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for the clock alone', () => {
    given(...histories.accepted)
      .when(by(expire, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
