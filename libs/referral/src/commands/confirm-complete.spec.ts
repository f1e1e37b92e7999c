import { describe, it } from '@jest/globals';
import { actor, but, by, changed, complete, confirmComplete, drafted, given, itemVerified, received } from '../testing';

const named = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
const heldTo = but(received, { presentItems: ['lab'], requirementSet: named });

describe('confirming that a referral is complete', () => {
  it('says so once every item of the named checklist is met', () => {
    given(heldTo, itemVerified)
      .when(confirmComplete)
      .then({ ...complete, occurredAt: confirmComplete.occurredAt, data: { ...named, elapsedMinutes: 55 } });
  });

  it('says so once', () => {
    given(received, complete).when(confirmComplete).thenNothing();
  });

  it('does not say so while an item is not met', () => {
    given(heldTo)
      .when(confirmComplete)
      .thenRejected('INCOMPLETE_REFERRAL', { missing: ['lab'] });
  });

  it('goes by the checklist that the referral is held to', () => {
    given(heldTo, itemVerified)
      .when(changed(confirmComplete, { requirementSet: { ...named, requirementSetVersion: 5 } }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('does not concern a draft', () => {
    given(drafted).when(confirmComplete).thenRejected('ILLEGAL_TRANSITION');
  });

  it('is said by the system, or by a coordinator in its place', () => {
    given(heldTo, itemVerified)
      .when(by(confirmComplete, actor('intake-1', 'intake')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
