import { describe, expect, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  complete,
  given,
  histories,
  informationReceived,
  received,
  receivedUnderChecklist,
  referralAfter,
  returnedIncomplete,
  returnIncomplete,
  reviewer,
  stageAfter,
} from '../testing';

describe('returning an incomplete referral', () => {
  it('sends it back; triage waits', () => {
    given(...histories.in_triage)
      .when(returnIncomplete)
      .then(returnedIncomplete);
    expect(stageAfter(...histories.in_triage, returnedIncomplete)).toBe('awaiting_information');
  });

  it('tells by which version of the checklist it was incomplete', () => {
    const requirementSet = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
    const returned = but(returnedIncomplete, { requirementSet });
    given(receivedUnderChecklist).when(returnIncomplete).then(returned);
    expect(referralAfter(receivedUnderChecklist, returned)).toMatchObject({ facets: { returned: { requirementSet } } });
    const { requirementSet: _, ...older } = returnedIncomplete.data;
    expect(referralAfter(received, { ...returnedIncomplete, data: older })).toMatchObject({
      facets: { returned: { requirementSet: null } },
    });
  });

  it('sends it back once', () => {
    given(received, complete, returnedIncomplete).when(returnIncomplete).thenNothing();
  });

  it('goes on where it was once all of it is in', () => {
    const back = [...histories.in_triage, returnedIncomplete];
    const letter = but(informationReceived, { items: [{ code: 'referral_letter' }] });
    expect(stageAfter(...back, letter)).toBe('awaiting_information');
    expect(stageAfter(...back, informationReceived)).toBe('in_triage');
  });

  it('does not send back what waits already, or was accepted', () => {
    given(received, returnedIncomplete)
      .when(changed(returnIncomplete, { items: ['lab'] }))
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.accepted)
      .when(returnIncomplete)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for those who work in queues', () => {
    given(received).when(by(returnIncomplete, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
