import { describe, it } from '@jest/globals';
import {
  accepted,
  at,
  authorized,
  but,
  by,
  changed,
  complete,
  coordinator,
  eligible,
  given,
  histories,
  received,
  reflectAuthorization,
  schedule,
  scheduled,
  scheduledAgain,
  triageStarted,
  urgencyAssigned,
} from '../testing';

const waiting = [received, complete, triageStarted, urgencyAssigned, accepted, but(eligible, { authRequired: 'yes' })];
const { start, end } = scheduledAgain.data;
const again = changed(schedule, { appointmentId: 'appointment-2', start, end });

describe('reflecting an authorization', () => {
  it('copies how it stands', () => {
    given(received).when(reflectAuthorization).then(authorized);
  });

  it('copies it once', () => {
    given(received, authorized).when(reflectAuthorization).thenNothing();
    given(received, authorized)
      .when(changed(reflectAuthorization, { unitsRemaining: 1 }))
      .then(but(authorized, { unitsRemaining: 1 }));
  });

  it('copies until when somebody has to act, and what changes of that', () => {
    const decisionDueAt = '2026-03-09T10:00:00Z';
    const submitted = changed(reflectAuthorization, { status: 'submitted', decisionDueAt });
    const fact = but(authorized, { status: 'submitted', decisionDueAt });
    given(received, authorized).when(submitted).then(fact);
    given(received, fact).when(submitted).thenNothing();
    const denied = { status: 'denied', appealDeadline: '2026-05-01', infoDueAt: '2026-03-05T10:00:00Z' } as const;
    given(received, fact).when(changed(reflectAuthorization, denied)).then(but(authorized, denied));
  });

  it('is kept current for a finished referral, which can be reopened', () => {
    given(...histories.closed)
      .when(reflectAuthorization)
      .then(authorized);
    given(...histories.entered_in_error)
      .when(reflectAuthorization)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is the word of the system', () => {
    given(received).when(by(reflectAuthorization, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });

  it('lets a visit be booked while it is usable', () => {
    for (const status of ['approved', 'partially_approved', 'modified', 'overturned', 'no_action_required'] as const)
      given(...waiting, but(authorized, { status }))
        .when(schedule)
        .then(scheduled);
    for (const status of ['draft', 'submitted', 'pended', 'info_submitted', 'denied', 'contact_payer'] as const)
      given(...waiting, but(authorized, { status }))
        .when(schedule)
        .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
    for (const status of ['peer_to_peer', 'appeal_filed', 'upheld', 'expired', 'cancelled'] as const)
      given(...waiting, but(authorized, { status }))
        .when(schedule)
        .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
  });

  it('lets no visit be booked without a unit that is left', () => {
    given(...waiting, but(authorized, { unitsRemaining: 0 }))
      .when(schedule)
      .thenRejected('AUTHORIZATION_UNITS_EXHAUSTED');
    given(...waiting, but(authorized, { status: 'exhausted' }))
      .when(schedule)
      .thenRejected('AUTHORIZATION_UNITS_EXHAUSTED');
    given(...waiting, but(authorized, { unitsRemaining: 1 }), scheduled)
      .when(at(again, '2026-03-03T09:05:00-05:00'))
      .thenRejected('VISIT_LIMIT_REACHED');
  });

  it('lets no visit be booked outside its period', () => {
    given(...waiting, but(authorized, { validity: { start: '2026-03-17' } }))
      .when(schedule)
      .thenRejected('OUTSIDE_VALIDITY');
    given(...waiting, but(authorized, { validity: { start: '2026-03-01', end: '2026-03-16' } }))
      .when(schedule)
      .then(scheduled);
  });

  it('is the one that a booking names, else one that is usable', () => {
    const denied = but(authorized, { authorizationId: 'authorization-2', status: 'denied' });
    given(...waiting, authorized, denied)
      .when(schedule)
      .then(scheduled);
    given(...waiting, authorized, denied)
      .when(changed(schedule, { authorizationId: 'authorization-2' }))
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
  });
});
