import { describe, it } from '@jest/globals';
import { but, changed, disputed, disputeResolved, given, histories, positionTaken, takePosition } from '../testing';

describe('a position in a dispute', () => {
  it('is recorded with whoever wrote it down', () => {
    given(...histories.in_triage, disputed)
      .when(takePosition)
      .then(positionTaken);
  });

  it('is recorded once, and may change', () => {
    given(...histories.in_triage, disputed, positionTaken)
      .when(takePosition)
      .thenNothing();
    given(...histories.in_triage, disputed, positionTaken)
      .when(changed(takePosition, { position: 'modify' }))
      .then(but(positionTaken, { position: 'modify' }));
  });

  it('comes before the end of the dispute', () => {
    given(...histories.in_triage, disputed, disputeResolved)
      .when(takePosition)
      .thenRejected('DISPUTE_NOT_FOUND');
  });
});
