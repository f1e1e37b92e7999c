import { describe, it } from '@jest/globals';
import { changed, duplicate, given, histories, markDuplicate, received, without } from '../testing';

describe('marking an item as a duplicate', () => {
  it('says what it repeats', () => {
    given(received).when(markDuplicate).then(duplicate);
  });

  it('is marked once, and of one original', () => {
    given(...histories.duplicate)
      .when(markDuplicate)
      .thenNothing();
    given(...histories.duplicate)
      .when(changed(markDuplicate, { ofIntakeId: 'intake-1' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs an original, which is not itself', () => {
    given(received)
      .when(without(without(markDuplicate, 'ofIntakeId'), 'ofReferralId'))
      .thenRejected('VALIDATION_FAILED');
    given(received)
      .when(changed(markDuplicate, { ofIntakeId: markDuplicate.intakeId }))
      .thenRejected('VALIDATION_FAILED');
  });

  it.each(['ofIntakeId', 'ofReferralId'] as const)('may name one original alone, not %s', (other) => {
    const { [other]: _, ...data } = duplicate.data;
    given(received)
      .when(without(markDuplicate, other))
      .then({ ...duplicate, data });
    given(received, { ...duplicate, data })
      .when(without(markDuplicate, other))
      .thenNothing();
    given(received, { ...duplicate, data })
      .when(markDuplicate)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
