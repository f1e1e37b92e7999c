import { describe, it } from '@jest/globals';
import { at } from '@referral/eventsourcing/testing';
import { given, resolve, reopen, received, acknowledged, resolved, reopened } from '../testing';

describe('reopening a complaint', () => {
  it('takes it up again', () => {
    given(received, acknowledged, resolved).when(reopen).then(reopened);
  });

  it('takes it up once', () => {
    given(received, acknowledged, resolved, reopened).when(reopen).thenNothing();
  });

  it('leads to another resolution', () => {
    given(received, acknowledged, resolved, reopened)
      .when(at(resolve, '2026-03-09T09:00:00-04:00'))
      .then({ ...resolved, occurredAt: '2026-03-09T09:00:00-04:00' });
  });

  it('is not possible before it was resolved', () => {
    given(received).when(reopen).thenRejected('ILLEGAL_TRANSITION');
  });
});
