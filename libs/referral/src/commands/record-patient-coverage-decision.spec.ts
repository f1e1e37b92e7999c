import { describe, it } from '@jest/globals';
import {
  accepted,
  authorized,
  but,
  by,
  changed,
  complete,
  coverageDecided,
  decideCoverage,
  eligible,
  given,
  histories,
  notCovered,
  received,
  reviewer,
  schedule,
  scheduled,
  triageStarted,
  urgencyAssigned,
} from '../testing';

const unverified = [received, complete, triageStarted, urgencyAssigned, accepted];

describe('recording the patient’s decision', () => {
  it('records it', () => {
    given(received).when(decideCoverage).then(coverageDecided);
  });

  it('records it once, and anew when it changes', () => {
    given(received, coverageDecided).when(decideCoverage).thenNothing();
    given(received, coverageDecided)
      .when(changed(decideCoverage, { choice: 'wait' }))
      .then(but(coverageDecided, { choice: 'wait' }));
  });

  it('records the same again after a denial, once for each', () => {
    const denied = but(authorized, { status: 'denied' });
    given(received, coverageDecided, denied).when(decideCoverage).then(coverageDecided);
    given(received, coverageDecided, denied, coverageDecided).when(decideCoverage).thenNothing();
    given(received, denied, coverageDecided, but(authorized, { status: 'draft' }), denied)
      .when(decideCoverage)
      .then(coverageDecided);
    const another = but(authorized, { authorizationId: 'authorization-2', status: 'denied' });
    given(received, denied, coverageDecided, another).when(decideCoverage).then(coverageDecided);
    given(received, denied, coverageDecided, but(authorized, { status: 'denied', appealDeadline: '2026-05-01' }))
      .when(decideCoverage)
      .thenNothing();
  });

  it('opens the booking of a service that is not covered when the patient pays', () => {
    for (const choice of ['self_pay', 'payment_plan', 'financial_assistance'] as const)
      given(...histories.accepted, notCovered, but(coverageDecided, { choice }))
        .when(schedule)
        .then(scheduled);
    for (const choice of ['wait', 'appeal', 'decline_service', 'out_of_network'] as const)
      given(...histories.accepted, notCovered, but(coverageDecided, { choice }))
        .when(schedule)
        .thenRejected('COVERAGE_DECISION_REQUIRED');
  });

  it('opens the booking of what the payer has denied when the patient pays', () => {
    const denied = [...histories.accepted, but(authorized, { status: 'denied' })];
    given(...denied, but(coverageDecided, { choice: 'wait' }))
      .when(schedule)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
    given(...denied, coverageDecided)
      .when(schedule)
      .then(scheduled);
    given(...histories.accepted, coverageDecided, but(authorized, { status: 'denied' }))
      .when(schedule)
      .thenRejected('AUTHORIZATION_NOT_IN_FORCE');
  });

  it('opens the booking outside the network', () => {
    const outside = [...unverified, but(eligible, { network: 'out' })];
    given(...outside)
      .when(schedule)
      .thenRejected('OUT_OF_NETWORK_DECISION_REQUIRED');
    given(...outside, but(coverageDecided, { choice: 'out_of_network' }))
      .when(schedule)
      .then(scheduled);
    given(...outside, coverageDecided)
      .when(schedule)
      .then(scheduled);
    given(...outside, but(coverageDecided, { choice: 'wait' }))
      .when(schedule)
      .thenRejected('OUT_OF_NETWORK_DECISION_REQUIRED');
  });

  it('is refused once the referral is finished, and to those who review', () => {
    given(...histories.closed)
      .when(decideCoverage)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(decideCoverage, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
