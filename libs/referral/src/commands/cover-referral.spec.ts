import { describe, expect, it } from '@jest/globals';
import { assigned, changed, cover, covered, given, histories, without } from '../testing';

const surge = changed(without(cover, 'absence'), { surgeDeclarationId: 'surge-1' });
const { absenceId, ...rest } = covered.data;

describe('standing in for a coordinator', () => {
  it('lasts within an absence, or a surge', () => {
    given(...histories.received, assigned)
      .when(cover)
      .then(covered);
    given(...histories.received, assigned)
      .when(surge)
      .then({ ...covered, data: { ...rest, surgeDeclarationId: 'surge-1' } });
    expect(absenceId).toBe('absence-1');
  });

  it('begins once', () => {
    given(...histories.received, assigned, covered)
      .when(cover)
      .thenNothing();
  });

  it('needs an absence that covers it', () => {
    given(...histories.received, assigned)
      .when(without(cover, 'absence'))
      .thenRejected('NO_COVERAGE_BASIS');
    given(...histories.received, assigned)
      .when(changed(cover, { until: '2026-03-07T17:00:00-05:00' }))
      .thenRejected('NO_COVERAGE_BASIS');
  });

  it('is for the coordinator who has it', () => {
    given(...histories.received, assigned)
      .when(changed(cover, { coveredId: 'coordinator-9' }))
      .thenRejected('NO_COVERAGE_BASIS');
  });
});
