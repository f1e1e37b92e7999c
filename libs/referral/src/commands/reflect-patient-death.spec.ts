import { describe, expect, it } from '@jest/globals';
import { allowedActions } from '../allowed-actions';
import {
  attempt,
  but,
  cancel,
  cancelled,
  changed,
  close,
  closed,
  died,
  everyone,
  given,
  histories,
  offer,
  referralAfter,
  reflectDeath,
  schedule,
} from '../testing';

const after = [...histories.accepted, died];
const reason = { code: 'patient_died' };

describe('the death of a patient', () => {
  it('is recorded', () => {
    given(...histories.scheduled)
      .when(reflectDeath)
      .then(died);
  });

  it('is recorded once', () => {
    given(...histories.scheduled, died)
      .when(reflectDeath)
      .thenNothing();
  });

  it('ends outreach, offers and bookings', () => {
    given(...after)
      .when(attempt)
      .thenRejected('PATIENT_DECEASED');
    given(...after)
      .when(offer)
      .thenRejected('PATIENT_DECEASED');
    given(...after)
      .when(schedule)
      .thenRejected('PATIENT_DECEASED');
    expect(allowedActions(referralAfter(...after), everyone)).not.toContain('OfferAppointment');
  });

  it('lets the referral be closed, and its visits be cancelled', () => {
    given(...histories.accepted, died)
      .when(changed(close, { closureOutcome: 'patient_deceased', reason }))
      .then(but(closed, { closureOutcome: 'patient_deceased', reason }));
    given(...histories.scheduled, died)
      .when(cancel)
      .then(cancelled);
  });
});
