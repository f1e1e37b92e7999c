import { describe, expect, it } from '@jest/globals';
import { intakeAggregate } from '../aggregate';
import { actor, by, changed, confirmField, fieldConfirmed, given, histories, stateAfter, but } from '../testing';

describe('confirming a field', () => {
  it('records who says what it is', () => {
    given(...histories.matching)
      .when(confirmField)
      .then(fieldConfirmed);
  });

  it('records each look once', () => {
    given(...histories.matching, fieldConfirmed)
      .when(confirmField)
      .thenNothing();
  });

  it('shows whether two people looked at it', () => {
    const second = { ...fieldConfirmed, data: { ...fieldConfirmed.data, confirmedBy: 'user-2', confirmationId: 'c2' } };
    given(...histories.matching, fieldConfirmed)
      .when(changed(by(confirmField, actor('user-2', 'intake')), { confirmationId: 'c2' }))
      .then(second);
    const { fields } = stateAfter(intakeAggregate, [...histories.matching, fieldConfirmed, second]) as {
      readonly fields: readonly object[];
    };
    expect(fields).toContainEqual(
      expect.objectContaining({ field: 'patient.name', confirmedBy: ['user-1', 'user-2'] }),
    );
  });

  it('comes before the item is settled, and is not for machines', () => {
    given(...histories.rejected)
      .when(confirmField)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.matching)
      .when(by(confirmField, actor('reader', 'system')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });

  it('keeps the other fields, and those who looked at a field that nobody had read', () => {
    const unread = but(fieldConfirmed, { field: 'order.reason', confirmationId: 'confirmation-2' });
    const { fields } = stateAfter(intakeAggregate, [...histories.matching, fieldConfirmed, unread]) as {
      readonly fields: readonly object[];
    };
    expect(fields).toEqual([
      { field: 'patient.birthDate', confidence: 0.99, by: 'ocr', confirmedBy: [] },
      { field: 'patient.name', confidence: 0.82, by: 'ocr', confirmedBy: ['user-1'] },
      { field: 'order.reason', confidence: 1, by: 'human', confirmedBy: ['user-1'] },
    ]);
  });
});
