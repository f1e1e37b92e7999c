import { describe, it } from '@jest/globals';
import {
  at,
  auditor,
  but,
  by,
  cardiologyChecklist,
  changed,
  complete,
  given,
  receive,
  received,
  receivedIncomplete,
  receivedUnderChecklist,
  reviewer,
} from '../testing';

describe('receiving a referral', () => {
  it('registers it, complete when nothing is missing', () => {
    given().when(receive).then(received, complete);
  });

  it('does not call it complete while items are missing', () => {
    given()
      .when(changed(receive, { missingItems: ['referral_letter', 'lab'] }))
      .then(receivedIncomplete);
  });

  it('counts an item that is named twice as missing once', () => {
    given()
      .when(changed(receive, { missingItems: ['referral_letter', 'lab', 'lab'] }))
      .then(receivedIncomplete);
  });

  it('is held to the checklist that it names: what came with it is not verified yet', () => {
    const requirementSet = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
    const heldTo = { presentItems: ['referral_letter'], requirementSet };
    given().when(changed(receive, heldTo)).then(but(received, heldTo));
    given()
      .when(changed(receive, { requirementSet }))
      .then(but(received, { requirementSet }), but(complete, requirementSet));
  });

  it('lacks what the published checklist wants and the caller does not have, and what the caller adds', () => {
    const held = changed(receive, { checklist: cardiologyChecklist });
    given().when(held).then(receivedUnderChecklist);
    given()
      .when(changed(held, { missingItems: ['insurance_card'], presentItems: ['lab', 'medication_list'] }))
      .then(
        but(receivedUnderChecklist, { missingItems: ['referral_letter', 'insurance_card'], presentItems: ['lab'] }),
      );
  });

  it('is complete at once under a checklist that wants nothing', () => {
    const { requirementSetId, requirementSetVersion } = cardiologyChecklist;
    const requirementSet = { requirementSetId, requirementSetVersion };
    given()
      .when(
        changed(receive, { checklist: { ...cardiologyChecklist, required: [] }, presentItems: ['medication_list'] }),
      )
      .then(but(received, { requirementSet, requiredItems: [] }), but(complete, requirementSet));
  });

  it('happens once, also when it comes again with another reference', () => {
    given(received, complete)
      .when(changed(receive, { reference: 'REF-2026-000002-B' }))
      .thenNothing();
  });

  it('is refused when the same referral says something else', () => {
    given(received)
      .when(changed(receive, { patientId: 'patient-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('needs someone who takes referrals in', () => {
    given().when(by(receive, reviewer)).thenRejected('ROLE_NOT_PERMITTED');
  });

  it('is not for those who only read', () => {
    given().when(by(receive, auditor)).thenRejected('READ_ONLY_ROLE');
  });

  it('starts its clocks when it came in', () => {
    const later = '2026-03-02T15:00:00-05:00';
    given()
      .when(at(receive, later))
      .then(
        { ...received, occurredAt: later, data: { ...received.data, clockStartAt: later } },
        { ...complete, occurredAt: later },
      );
  });
});
