import { describe, it } from '@jest/globals';
import { confirmService, given, histories, serviceConfirmed } from '../testing';

describe('confirming a service', () => {
  it('is recorded', () => {
    given(...histories.scheduled)
      .when(confirmService)
      .then(serviceConfirmed);
  });

  it('is recorded once', () => {
    given(...histories.scheduled, serviceConfirmed)
      .when(confirmService)
      .thenNothing();
  });

  it('comes after acceptance', () => {
    given(...histories.received)
      .when(confirmService)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
