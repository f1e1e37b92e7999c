import { describe, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  coordinator,
  destinationClosed,
  given,
  histories,
  received,
  reflectDestination,
  schedule,
  scheduled,
} from '../testing';

describe('reflecting a destination', () => {
  it('copies how it stands', () => {
    given(received).when(reflectDestination).then(destinationClosed);
  });

  it('copies it once', () => {
    given(received, destinationClosed).when(reflectDestination).thenNothing();
    given(received, destinationClosed)
      .when(changed(reflectDestination, { networks: [{ coverageId: 'coverage-1', network: 'out' }] }))
      .then(but(destinationClosed, { networks: [{ coverageId: 'coverage-1', network: 'out' }] }));
  });

  it('lets no visit be booked where nobody is taken', () => {
    for (const status of ['closed', 'suspended', 'retired'] as const)
      given(...histories.accepted, but(destinationClosed, { status }))
        .when(schedule)
        .thenRejected('DESTINATION_NOT_AVAILABLE');
    for (const status of ['open', 'limited', 'waitlist', 'assessment_required'] as const)
      given(...histories.accepted, but(destinationClosed, { status }))
        .when(schedule)
        .then(scheduled);
    given(...histories.accepted, but(destinationClosed, { destinationId: 'clinic-9' }))
      .when(schedule)
      .then(scheduled);
  });

  it('knows the network of the destination better than the payer’s answer', () => {
    const networks = [{ coverageId: 'coverage-1', network: 'out' }] as const;
    given(...histories.accepted, but(destinationClosed, { status: 'open', networks }))
      .when(schedule)
      .thenRejected('OUT_OF_NETWORK_DECISION_REQUIRED');
  });

  it('is kept current for a finished referral, and is the word of the system', () => {
    given(...histories.closed)
      .when(reflectDestination)
      .then(destinationClosed);
    given(received).when(by(reflectDestination, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
