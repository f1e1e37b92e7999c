import { describe, it } from '@jest/globals';
import { at, attempt, attempted, but, changed, effective, given, histories, urgencyAssigned } from '../testing';

const ready = histories.accepted;
const again = { attemptId: 'attempt-2' };
const uncounted = (because: 'same_day' | 'outside_permitted_hours') => ({
  countsTowardPolicy: false,
  warning: { code: 'ATTEMPT_NOT_COUNTED', because } as const,
});
const urgent = but(urgencyAssigned, { to: 'urgent' });
const exception = { type: 'family', whyFallback: 'The patient insists' } as const;

describe('recording an attempt to reach someone', () => {
  it('counts an attempt to reach the patient within permitted hours', () => {
    given(...ready)
      .when(attempt)
      .then(attempted);
  });

  it('is recorded once', () => {
    given(...ready, attempted)
      .when(attempt)
      .thenNothing();
    given(...ready, attempted)
      .when(changed(attempt, { outcome: 'reached' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is recorded with a warning when it is the second of a day, or at night', () => {
    given(...ready, attempted)
      .when(at(changed(attempt, again), '2026-03-04T15:00:00-05:00'))
      .then(effective(but(attempted, { ...again, ...uncounted('same_day') }), '2026-03-04T15:00:00-05:00'));
    given(...ready)
      .when(at(attempt, '2026-03-04T22:30:00-05:00'))
      .then(effective(but(attempted, uncounted('outside_permitted_hours')), '2026-03-04T22:30:00-05:00'));
  });

  it('counts a letter at any hour, and a second attempt of a day when the patient must be seen at once', () => {
    given(...ready)
      .when(at(changed(attempt, { channel: 'mail' }), '2026-03-04T22:30:00-05:00'))
      .then(effective(but(attempted, { channel: 'mail' }), '2026-03-04T22:30:00-05:00'));
    given(...ready, urgent, attempted)
      .when(at(changed(attempt, again), '2026-03-04T15:00:00-05:00'))
      .then(effective(but(attempted, again), '2026-03-04T15:00:00-05:00'));
  });

  it('does not count what is said to anyone but the patient, and warns of nothing', () => {
    given(...ready)
      .when(changed(attempt, { party: 'payer' }))
      .then(but(attempted, { party: 'payer', countsTowardPolicy: false }));
  });

  it('has no unqualified interpreter without a recorded exception', () => {
    given(...ready)
      .when(changed(attempt, { interpreter: { type: 'family' } }))
      .thenRejected('INTERPRETER_NOT_QUALIFIED');
    given(...ready)
      .when(changed(attempt, { interpreter: { type: 'machine_translation', whyFallback: 'No line' } }))
      .thenRejected('INTERPRETER_NOT_QUALIFIED');
    given(...ready)
      .when(changed(attempt, { interpreter: exception }))
      .then(but(attempted, { interpreter: exception }));
  });
});
