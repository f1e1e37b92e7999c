import { describe, expect, it } from '@jest/globals';
import {
  auditor,
  but,
  by,
  changed,
  complete,
  documentFacts,
  given,
  histories,
  informationReceived,
  informationRequested,
  itemVerified,
  received,
  receivedIncomplete,
  receivedUnderChecklist,
  stageAfter,
  startTriage,
  triageStarted,
  verifyItem,
  without,
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

  it('does not find right what the published checklist does not take', () => {
    const { attached } = documentFacts;
    given(receivedUnderChecklist, attached).when(verifyItem).then(itemVerified);
    const letter = but(attached, { kind: 'referral_letter' });
    given(receivedUnderChecklist, letter).when(verifyItem).thenRejected('ITEM_NOT_MET');
    const labIn = but(informationReceived, { items: [{ code: 'lab', documentId: 'document-lab' }] });
    given(receivedUnderChecklist, letter, labIn).when(without(verifyItem, 'documentId')).thenRejected('ITEM_NOT_MET');
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
