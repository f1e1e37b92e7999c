import { describe, it } from '@jest/globals';
import {
  but,
  declineInterpreter,
  given,
  histories,
  interpreterDeclined,
  received,
  schedule,
  scheduled,
} from '../testing';

const needing = [but(received, { interpreterNeeded: true }), ...histories.accepted.slice(1)];

describe('a patient who wants no interpreter', () => {
  it('is recorded', () => {
    given(...needing)
      .when(declineInterpreter)
      .then(interpreterDeclined);
  });

  it('is recorded once', () => {
    given(...needing, interpreterDeclined)
      .when(declineInterpreter)
      .thenNothing();
  });

  it('is booked without one', () => {
    given(...needing, interpreterDeclined)
      .when(schedule)
      .then(scheduled);
  });

  it('is not told after the end', () => {
    given(...histories.closed)
      .when(declineInterpreter)
      .thenRejected('REFERRAL_TERMINAL');
  });
});
