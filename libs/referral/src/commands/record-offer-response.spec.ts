import { describe, it } from '@jest/globals';
import {
  changed,
  declineOffer,
  given,
  histories,
  offerAccepted,
  offerDeclined,
  offered,
  slot,
  takeOffer,
  without,
} from '../testing';

const open = [...histories.accepted, offered];

describe('the answer to an offer', () => {
  it('takes an offered time, or none', () => {
    given(...open)
      .when(takeOffer)
      .then(offerAccepted);
    given(...open)
      .when(declineOffer)
      .then(offerDeclined);
  });

  it('is told once and does not change', () => {
    given(...open, offerAccepted)
      .when(takeOffer)
      .thenNothing();
    given(...open, offerAccepted)
      .when(declineOffer)
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('takes no time that was not offered', () => {
    given(...open)
      .when(changed(takeOffer, { slot: { ...slot, start: '2026-03-26T10:00:00-04:00' } }))
      .thenRejected('OFFER_NOT_FOUND');
    given(...open)
      .when(changed(takeOffer, { offerId: 'offer-9' }))
      .thenRejected('OFFER_NOT_FOUND');
  });

  it('says why no time suits', () => {
    given(...open)
      .when(without(declineOffer, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });
});
