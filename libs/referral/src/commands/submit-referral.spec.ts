import { describe, expect, it } from '@jest/globals';
import {
  at,
  backdated,
  but,
  cardiologyChecklist,
  changed,
  complete,
  documentFacts,
  drafted,
  given,
  receive,
  received,
  receivedFromDraft,
  referralAfter,
  submit,
  submitted,
} from '../testing';

describe('handing a draft in', () => {
  it('receives the referral; its clocks start', () => {
    given(drafted).when(submit).then(submitted, receivedFromDraft, complete);
  });

  it('hands it in once', () => {
    given(drafted, submitted, receivedFromDraft, complete).when(submit).thenNothing();
  });

  it('does not hand in what somebody else has handed in, or what was never a draft', () => {
    given(drafted, submitted, receivedFromDraft)
      .when(changed(submit, { submittedBy: 'referrer-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
    given(received).when(submit).thenRejected('ILLEGAL_TRANSITION');
  });

  it('tells what is missing and what is there', () => {
    given(drafted)
      .when(changed(submit, { missingItems: ['lab', 'lab'], presentItems: ['referral_letter', 'lab'] }))
      .then(
        but(submitted, { completeness: { missing: ['lab'], present: ['referral_letter'] } }),
        but(receivedFromDraft, { missingItems: ['lab'], presentItems: ['referral_letter'] }),
      );
  });

  it('is held to the checklist that it names: what is there is not yet verified', () => {
    const requirementSet = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
    given(drafted)
      .when(changed(submit, { presentItems: ['referral_letter'], requirementSet }))
      .then(
        but(submitted, { ...requirementSet, completeness: { missing: [], present: ['referral_letter'] } }),
        but(receivedFromDraft, { presentItems: ['referral_letter'], requirementSet }),
      );
  });

  it('is held to the published checklist', () => {
    const { requirementSetId, requirementSetVersion, required: requiredItems } = cardiologyChecklist;
    const requirementSet = { requirementSetId, requirementSetVersion };
    given(drafted)
      .when(changed(submit, { presentItems: ['referral_letter'], checklist: cardiologyChecklist }))
      .then(
        but(submitted, { ...requirementSet, completeness: { missing: ['lab'], present: ['referral_letter'] } }),
        but(receivedFromDraft, {
          missingItems: ['lab'],
          presentItems: ['referral_letter'],
          requirementSet,
          requiredItems,
        }),
      );
  });

  it('keeps what was attached to the draft', () => {
    const referral = referralAfter(drafted, documentFacts.attached, submitted, receivedFromDraft);
    expect(referral.stage === 'received' && referral.facets.documents).toHaveLength(1);
  });

  it('is the only way from a draft: it is not received beside it', () => {
    given(drafted).when(receive).thenRejected('ILLEGAL_TRANSITION');
  });

  it('counts from when it was handed in, also when that is told later', () => {
    given(drafted)
      .when(backdated(at(submit, '2026-03-02T09:00:00-05:00'), '2026-03-02T08:00:00-05:00'))
      .then(
        { ...submitted, occurredAt: drafted.occurredAt },
        {
          ...receivedFromDraft,
          occurredAt: drafted.occurredAt,
          data: { ...receivedFromDraft.data, clockStartAt: drafted.occurredAt },
        },
        { ...complete, occurredAt: drafted.occurredAt },
      );
  });
});
