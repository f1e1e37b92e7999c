import { describe, it } from '@jest/globals';
import {
  barrierIdentified,
  barrierResolved,
  barrierUnresolved,
  changed,
  given,
  histories,
  resolveBarrier,
} from '../testing';

const unresolved = changed(resolveBarrier, { resolution: 'unresolved', outcome: { code: 'no_service' } });

describe('the end of a barrier', () => {
  it('tells that it is lifted, or that it is not', () => {
    given(...histories.accepted, barrierIdentified)
      .when(resolveBarrier)
      .then(barrierResolved);
    given(...histories.accepted, barrierIdentified)
      .when(unresolved)
      .then(barrierUnresolved);
  });

  it('is told once', () => {
    given(...histories.accepted, barrierIdentified, barrierResolved)
      .when(resolveBarrier)
      .thenNothing();
  });

  it('comes after all when it was not lifted at first, but not the other way', () => {
    given(...histories.accepted, barrierIdentified, barrierUnresolved)
      .when(resolveBarrier)
      .then(barrierResolved);
    given(...histories.accepted, barrierIdentified, barrierResolved)
      .when(unresolved)
      .thenRejected('CONTRADICTS_RECORD');
  });
});
