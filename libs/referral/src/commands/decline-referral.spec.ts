import { describe, it } from '@jest/globals';
import { but, changed, complete, decline, declined, given, histories, received, without } from '../testing';

const bare = changed(decline, { reason: { code: 'no_capacity' } });

describe('declining a referral', () => {
  it('declines it with a reason', () => {
    given(received, complete).when(decline).then(declined);
  });

  it('declines it once', () => {
    given(...histories.declined)
      .when(decline)
      .thenNothing();
  });

  it('does not change the reason afterwards', () => {
    given(...histories.declined)
      .when(bare)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('needs a reason', () => {
    given(received, complete).when(without(decline, 'reason')).thenRejected('REASON_REQUIRED');
  });

  it('needs a comment when the reason alone does not say enough', () => {
    given(received, complete)
      .when(changed(decline, { reason: { code: 'other' } }))
      .thenRejected('COMMENT_REQUIRED');
  });

  it('needs no comment when the reason says enough', () => {
    given(received, complete)
      .when(bare)
      .then(but(declined, { reason: { code: 'no_capacity' } }));
  });

  it('tells the next step when it comes after acceptance', () => {
    given(...histories.accepted)
      .when(bare)
      .thenRejected('COMMENT_REQUIRED');
    const suggestedDestination = { id: 'clinic-2', type: 'facility' } as const;
    given(...histories.accepted)
      .when(changed(bare, { suggestedDestination }))
      .then(but(declined, { reason: { code: 'no_capacity' }, suggestedDestination }));
  });

  it('waits for the information that it asked for', () => {
    given(...histories.awaiting_information)
      .when(decline)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
