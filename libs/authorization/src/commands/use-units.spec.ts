import { describe, it } from '@jest/globals';
import { appealFiled, but, changed, exhausted, expired, given, histories, imaging, used, useTwo } from '../testing';

describe('using units', () => {
  it('takes them from what was approved of the service', () =>
    given(...histories.approved)
      .when(useTwo)
      .then(used));

  it('takes them once for a visit, and not otherwise', () => {
    given(...histories.approved, used)
      .when(useTwo)
      .thenNothing();
    given(...histories.approved, used)
      .when(changed(useTwo, { units: 1 }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('exhausts the authorization with the last one', () =>
    given(...histories.modified)
      .when(useTwo)
      .then(but(used, { remaining: 0 }), exhausted));

  it('does not take more than is left, nor what was not approved', () => {
    const next = changed(useTwo, { appointmentId: 'appointment-2' });
    given(...histories.approved)
      .when(changed(next, { units: 7 }))
      .thenRejected('AUTHORIZATION_UNITS_EXHAUSTED', { remaining: 6 });
    given(...histories.modified)
      .when(changed(next, { service: imaging }))
      .thenRejected('AUTHORIZATION_UNITS_EXHAUSTED', { remaining: 0 });
    given(...histories.exhausted)
      .when(next)
      .thenRejected('AUTHORIZATION_UNITS_EXHAUSTED');
  });

  it('needs an authorization that is in force on the date of the visit', () => {
    given(...histories.approved)
      .when(changed(useTwo, { serviceDate: '2026-07-01' }))
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
    given(...histories.approved, expired)
      .when(useTwo)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
    given(...histories.submitted)
      .when(useTwo)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
  });

  it('goes on with what was granted while the rest is in dispute, and does not end the dispute', () =>
    given(...histories.modified, appealFiled)
      .when(useTwo)
      .then(but(used, { remaining: 0 })));

  it('takes them from another service of the same visit', () =>
    given(...histories.approved, used)
      .when(changed(useTwo, { service: imaging, units: 1 }))
      .then(but(used, { service: imaging, units: 1, remaining: 0 })));

  it('takes none from what was cancelled', () =>
    given(...histories.cancelled)
      .when(useTwo)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE'));
});
