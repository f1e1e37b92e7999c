import { describe, expect, it } from '@jest/globals';
import type { InformationReceived } from '../events/completeness';
import type { ReferralEvent } from '../events/referral-event';
import {
  but,
  changed,
  complete,
  documentFacts,
  effective,
  given,
  histories,
  informationIn,
  informationReceived,
  informationRequested,
  receivedIncomplete,
  receivedUnderChecklist,
  stageAfter,
  without,
} from '../testing';

const completeNow = {
  ...complete,
  occurredAt: informationIn.occurredAt,
  data: { ...complete.data, elapsedMinutes: 45 },
};
const { attached } = documentFacts;
const lab = { code: 'lab', documentId: 'document-lab' };
const letter = { items: [{ code: 'referral_letter' }] };

describe('recording information as received', () => {
  it('makes the referral complete with the last missing item', () => {
    given(receivedIncomplete, informationRequested).when(informationIn).then(informationReceived, completeNow);
  });

  it('records a part of it', () => {
    given(receivedIncomplete, informationRequested)
      .when(changed(informationIn, letter))
      .then(but(informationReceived, letter));
  });

  it('happens once', () => {
    given(receivedIncomplete, informationRequested, informationReceived, completeNow).when(informationIn).thenNothing();
  });

  it('happens again after it was asked for again', () => {
    const askedAgain = effective(but(informationRequested, { requestId: 'request-2' }), '2026-03-02T09:50:00-05:00');
    given(receivedIncomplete, informationRequested, informationReceived, completeNow, askedAgain)
      .when(changed(informationIn, { requestId: 'request-2' }))
      .then(but(informationReceived, { requestId: 'request-2' }), completeNow);
  });

  it('does not answer a request that nobody made', () => {
    given(receivedIncomplete).when(informationIn).thenRejected('INFORMATION_REQUEST_NOT_FOUND');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(informationIn)
      .thenRejected('REFERRAL_TERMINAL');
  });

  const unasked = without(informationIn, 'requestId');
  const cameUnasked = (items: InformationReceived['data']['items']): InformationReceived => {
    const { requestId: _, ...data } = informationReceived.data;
    return { ...informationReceived, data: { ...data, items } };
  };

  it('takes for an item of a published checklist what that takes', () => {
    const recording = (...items: InformationReceived['data']['items']) =>
      given(receivedUnderChecklist, attached).when(changed(unasked, { items }));
    const notALetter = { code: 'referral_letter', documentId: 'document-lab' };
    recording(lab, notALetter).thenRejected('ITEM_NOT_MET', {
      itemCode: 'referral_letter',
      documentId: 'document-lab',
    });
    recording(lab).then(cameUnasked([lab]));
    // Nobody knows what it is, so whoever verifies the item decides.
    const unseen = { code: 'referral_letter', documentId: 'document-letter' };
    recording(unseen).then(cameUnasked([unseen]));
    recording({ code: 'lab' }).then(cameUnasked([{ code: 'lab' }]));
  });

  it('does not take what is too old for a published checklist, or was withdrawn', () => {
    const recording = (...documents: readonly ReferralEvent[]) =>
      given(receivedUnderChecklist, ...documents).when(changed(unasked, { items: [lab] }));
    recording(but(attached, { serviceDate: '2026-01-30' })).thenRejected('ITEM_NOT_MET', {
      itemCode: 'lab',
      documentId: 'document-lab',
    });
    recording(but(attached, { serviceDate: '2026-01-31' })).then(cameUnasked([lab]));
    const { serviceDate: _, ...undated } = attached.data;
    recording({ ...attached, data: undated }).then(cameUnasked([lab]));
    recording(attached, documentFacts.withdrawn).thenRejected('ITEM_NOT_MET');
  });

  it('lets triage go on where it was', () => {
    const asked = effective(informationRequested, '2026-03-02T10:10:00-05:00');
    const inTriage = [...histories.in_triage, asked];
    expect(stageAfter(...inTriage)).toBe('awaiting_information');
    expect(stageAfter(...inTriage, but(informationReceived, letter))).toBe('awaiting_information');
    expect(stageAfter(...inTriage, informationReceived)).toBe('in_triage');
    expect(stageAfter(receivedIncomplete, informationRequested, informationReceived)).toBe('received');
  });
});
