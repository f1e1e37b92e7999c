import { describe, expect, it } from '@jest/globals';
import {
  by,
  changed,
  draft,
  drafted,
  given,
  received,
  receivedFromDraft,
  reviewer,
  stageAfter,
  submitted,
} from '../testing';

describe('drafting a referral', () => {
  it('begins one that has its number and no clocks yet', () => {
    given().when(draft).then(drafted);
    expect(stageAfter(drafted)).toBe('draft');
  });

  it('begins it once, also when it comes again with another number', () => {
    given(drafted)
      .when(changed(draft, { reference: 'REF-2026-000002-B' }))
      .thenNothing();
  });

  it('is refused when the same draft says something else', () => {
    given(drafted)
      .when(changed(draft, { patientId: 'patient-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is refused once it was handed in, or for a referral that was received', () => {
    given(drafted, submitted, receivedFromDraft).when(draft).thenRejected('ILLEGAL_TRANSITION');
    given(received).when(draft).thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for those who refer', () => {
    given().when(by(draft, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });
});
