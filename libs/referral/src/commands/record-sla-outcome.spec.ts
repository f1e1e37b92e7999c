import { describe, it } from '@jest/globals';
import { at, breach, breached, but, by, changed, coordinator, given, histories, met, warned } from '../testing';

describe('what a clock came to', () => {
  it('is a warning, a breach or a met promise', () => {
    given(...histories.accepted)
      .when(breach)
      .then(breached);
    given(...histories.accepted)
      .when(changed(breach, { outcome: 'met' }))
      .then(met);
    given(...histories.accepted)
      .when(at(changed(breach, { outcome: 'warning' }), warned.occurredAt))
      .then(warned);
  });

  it('is recorded once for a cycle and a version, whenever it was computed', () => {
    given(...histories.accepted, breached)
      .when(changed(breach, { computedAt: '2026-03-06T00:00:00Z' }))
      .thenNothing();
    given(...histories.accepted, breached)
      .when(changed(breach, { policyVersion: 2 }))
      .then(but(breached, { policyVersion: 2 }));
  });

  it('is recorded for a finished referral too', () => {
    given(...histories.closed)
      .when(breach)
      .then(breached);
  });

  it('is for the clock alone', () => {
    given(...histories.accepted)
      .when(by(breach, coordinator))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
