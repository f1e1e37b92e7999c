import { describe, expect, it } from '@jest/globals';
import {
  auditor,
  but,
  by,
  changed,
  complete,
  given,
  histories,
  informationReceived,
  informationRequested,
  itemVerified,
  received,
  receivedIncomplete,
  stageAfter,
  startTriage,
  triageStarted,
  verifyItem,
} from '../testing';

const named = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
const heldTo = but(received, { presentItems: ['lab'], requirementSet: named });

describe('verifying a required item', () => {
  it('finds it right', () => {
    given(received).when(verifyItem).then(itemVerified);
  });

  it('finds it right once, however it is named', () => {
    given(received, itemVerified).when(verifyItem).thenNothing();
    given(received, itemVerified)
      .when(changed(verifyItem, { documentId: 'document-lab', verifiedBy: 'coordinator-2' }))
      .thenNothing();
  });

  it('finds another document right', () => {
    given(received, itemVerified)
      .when(changed(verifyItem, { documentId: 'document-lab-2' }))
      .then(but(itemVerified, { documentId: 'document-lab-2' }));
  });

  it('makes a referral complete when it was the last missing one', () => {
    given(but(receivedIncomplete, { missingItems: ['lab'] }))
      .when(verifyItem)
      .then(itemVerified, {
        ...complete,
        occurredAt: itemVerified.occurredAt,
        data: { ...complete.data, elapsedMinutes: 50 },
      });
  });

  it('counts under a named checklist', () => {
    given(heldTo)
      .when(startTriage)
      .thenRejected('INCOMPLETE_REFERRAL', { missing: ['lab'] });
    given(heldTo, itemVerified).when(startTriage).then(triageStarted);
  });

  it('lets triage go on when it waited for nothing else', () => {
    const letterIn = but(informationReceived, { items: [{ code: 'referral_letter' }] });
    expect(stageAfter(receivedIncomplete, informationRequested, itemVerified)).toBe('awaiting_information');
    expect(stageAfter(receivedIncomplete, informationRequested, letterIn, itemVerified)).toBe('received');
  });

  it('is refused once the referral is finished, and to those who only read', () => {
    given(...histories.closed)
      .when(verifyItem)
      .thenRejected('REFERRAL_TERMINAL');
    given(received).when(by(verifyItem, auditor)).thenRejected('READ_ONLY_ROLE');
  });
});
