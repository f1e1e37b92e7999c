import { describe, expect, it } from '@jest/globals';
import {
  at,
  but,
  cardiologist,
  changed,
  complete,
  declined,
  documentFacts,
  effective,
  given,
  heartClinic,
  histories,
  received,
  redirect,
  redirected,
  referralAfter,
  stageAfter,
  supersede,
  superseded,
  urgencyAssigned,
  without,
} from '../testing';

const { from: _, ...unboundData } = superseded.data;
const unbound = { ...superseded, data: unboundData };

describe('redirecting a referral', () => {
  it('goes on as the same order: the new destination decides anew', () => {
    given(...histories.accepted)
      .when(redirect)
      .then(redirected);
    const referral = referralAfter(...histories.accepted, redirected);
    expect(referral.stage === 'received' && referral.facets.acceptance).toBeNull();
  });

  it('goes on as a new referral, which it names', () => {
    given(...histories.accepted)
      .when(supersede)
      .then(superseded);
    expect(stageAfter(...histories.accepted, superseded)).toBe('superseded');
    given(...histories.accepted)
      .when(without(supersede, 'successorId'))
      .thenRejected('SUCCESSOR_REQUIRED');
  });

  it('goes on once', () => {
    given(...histories.accepted, redirected)
      .when(redirect)
      .thenNothing();
    given(...histories.accepted, superseded)
      .when(supersede)
      .thenNothing();
    given(...histories.accepted, superseded)
      .when(changed(supersede, { successorId: 'referral-9' }))
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('says where it was bound only when somebody has said so', () => {
    const { from, ...bare } = superseded.data;
    expect(from).toEqual(heartClinic);
    given(received, complete)
      .when(supersede)
      .then({ ...superseded, data: bare });
  });

  it('goes somewhere else', () => {
    given(...histories.accepted)
      .when(changed(redirect, { to: heartClinic }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs a reason', () => {
    given(...histories.accepted)
      .when(without(redirect, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('is not the same order once it is booked, declined, or not looked at yet', () => {
    for (const stage of ['scheduled', 'declined', 'received'] as const)
      given(...histories[stage])
        .when(redirect)
        .thenRejected(stage === 'declined' ? 'REFERRAL_TERMINAL' : 'ILLEGAL_TRANSITION');
  });

  it('does not ask whoever has declined again without something new within 14 days', () => {
    const again = changed(supersede, { to: cardiologist });
    const asked = but(unbound, { to: cardiologist });
    given(...histories.declined)
      .when(again)
      .thenRejected('REPEAT_WITHOUT_CHANGE');
    given(...histories.declined)
      .when(at(again, '2026-03-16T10:29:59-05:00'))
      .thenRejected('REPEAT_WITHOUT_CHANGE');
    given(...histories.declined)
      .when(at(again, '2026-03-16T10:30:00-05:00'))
      .then(effective(asked, '2026-03-16T10:30:00-05:00'));
    given(...histories.declined, effective(documentFacts.attached, '2026-03-02T11:00:00-05:00'))
      .when(again)
      .then(asked);
    given(...histories.declined.slice(0, -1), but(urgencyAssigned, { to: 'urgent' }), declined)
      .when(again)
      .then(asked);
  });

  it('asks another destination at once', () => {
    given(...histories.declined)
      .when(supersede)
      .then(unbound);
  });
});
