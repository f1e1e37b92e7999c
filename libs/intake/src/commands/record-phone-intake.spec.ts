import { describe, it } from '@jest/globals';
import { called, changed, given, received, record } from '../testing';

describe('recording a call', () => {
  it('registers who called, and what for', () => {
    given().when(record).then(called);
  });

  it('registers it once', () => {
    given(called).when(record).thenNothing();
  });

  it('does not make another call of it, nor a call of a message', () => {
    given(called)
      .when(changed(record, { callerType: 'agency' }))
      .thenRejected('ILLEGAL_TRANSITION');
    given(received).when(record).thenRejected('ILLEGAL_TRANSITION');
  });

  it('does not tell otherwise what is of concern', () => {
    given(called)
      .when(changed(record, { clinicalConcernRaised: false }))
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
