import { describe, it } from '@jest/globals';
import {
  actor,
  at,
  attempted,
  but,
  by,
  changed,
  effective,
  exhaust,
  exhausted,
  given,
  histories,
  reopened,
  without,
} from '../testing';

const machine = actor('clock', 'system');
const byPolicy = by(exhaust, machine);
const third = '2026-03-11T11:00:00-04:00';
const tries = [
  attempted,
  effective(but(attempted, { attemptId: 'attempt-2', channel: 'mail' }), '2026-03-05T18:30:00-05:00'),
  effective(but(attempted, { attemptId: 'attempt-3' }), third),
];
const dull = tries.map((known) =>
  effective(but(known, { channel: 'phone' }), known.occurredAt.replace('T18:30', 'T10:30')),
);

describe('the end of outreach', () => {
  it('comes when three attempts on three days, a letter and ten business days brought nothing', () => {
    given(...histories.accepted, ...tries)
      .when(changed(without(byPolicy, 'reason'), {}))
      .then(exhausted);
  });

  it('comes once', () => {
    given(...histories.accepted, exhausted)
      .when(byPolicy)
      .thenNothing();
  });

  it('waits until the policy is met', () => {
    given(...histories.accepted, ...tries.slice(1))
      .when(byPolicy)
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
    given(...histories.accepted, ...tries)
      .when(at(byPolicy, '2026-03-24T09:00:00-04:00'))
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
    given(...histories.accepted, ...tries)
      .when(without(byPolicy, 'letterSentAt'))
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
  });

  it('wants a second channel and an attempt outside office hours', () => {
    given(...histories.accepted, ...dull)
      .when(byPolicy)
      .thenRejected('OUTREACH_NOT_EXHAUSTED', { lacks: ['channels', 'outside_office_hours'] });
  });

  it('may be declared earlier by a lead with a reason', () => {
    given(...histories.accepted)
      .when(exhaust)
      .then(but(exhausted, { attempts: 0, distinctDays: 0, reason: { code: 'moved_away' } }));
    given(...histories.accepted)
      .when(without(exhaust, 'reason'))
      .thenRejected('REASON_REQUIRED');
  });

  it('counts anew after a reopening', () => {
    given(
      ...histories.accepted,
      ...tries,
      exhausted,
      ...histories.closed.slice(-1),
      but(reopened, { toStage: 'accepted' }),
    )
      .when(at(byPolicy, '2026-03-27T09:00:00-04:00'))
      .thenRejected('OUTREACH_NOT_EXHAUSTED');
  });
});
