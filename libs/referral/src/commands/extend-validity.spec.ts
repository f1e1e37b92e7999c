import { describe, it } from '@jest/globals';
import {
  at,
  but,
  changed,
  effective,
  extended,
  extendValidity,
  given,
  histories,
  reopen,
  reopened,
  without,
} from '../testing';

const back = at(changed(reopen, { toStage: 'accepted' }), '2026-07-16T09:00:00-04:00');

describe('extending the validity', () => {
  it('tells the old one and the new one', () => {
    given(...histories.accepted)
      .when(extendValidity)
      .then(extended);
  });

  it('extends once', () => {
    given(...histories.accepted, extended)
      .when(extendValidity)
      .thenNothing();
  });

  it('does not shorten', () => {
    given(...histories.accepted)
      .when(changed(extendValidity, { validity: { start: '2026-03-01', end: '2026-05-30' } }))
      .thenRejected('OUTSIDE_VALIDITY');
  });

  it('comes before an expired referral is reopened', () => {
    given(...histories.expired)
      .when(back)
      .thenRejected('OUTSIDE_VALIDITY');
    given(...histories.expired, extended)
      .when(back)
      .then(effective(but(reopened, { toStage: 'accepted' }), back.occurredAt));
  });

  it('needs a reason', () => {
    given(...histories.accepted)
      .when(without(extendValidity, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });
});
