import { describe, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  coordinator,
  documentFacts,
  given,
  histories,
  received,
  reflectConsent,
  schedule,
  scheduled,
} from '../testing';

const { consented } = documentFacts;

describe('reflecting a consent', () => {
  it('copies how it stands', () => {
    given(received).when(reflectConsent).then(consented);
  });

  it('copies it once', () => {
    given(received, consented).when(reflectConsent).thenNothing();
    given(received, consented)
      .when(changed(reflectConsent, { status: 'revoked' }))
      .then(but(consented, { status: 'revoked' }));
  });

  it('lets no visit be booked while a consent that is needed is lacking', () => {
    for (const status of ['required', 'revoked', 'expired'] as const)
      given(...histories.accepted, but(consented, { status }))
        .when(schedule)
        .thenRejected('CONSENT_REQUIRED');
    for (const status of ['not_required', 'granted', 'restricted'] as const)
      given(...histories.accepted, but(consented, { status }))
        .when(schedule)
        .then(scheduled);
  });

  it('is kept current for a finished referral, and is the word of the system', () => {
    given(...histories.closed)
      .when(reflectConsent)
      .then(consented);
    given(received).when(by(reflectConsent, coordinator)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
