import { describe, expect, it } from '@jest/globals';
import {
  but,
  changed,
  complete,
  effective,
  given,
  histories,
  informationIn,
  informationReceived,
  informationRequested,
  receivedIncomplete,
  stageAfter,
} from '../testing';

const completeNow = {
  ...complete,
  occurredAt: informationIn.occurredAt,
  data: { ...complete.data, elapsedMinutes: 45 },
};
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

  it('lets triage go on where it was', () => {
    const asked = effective(informationRequested, '2026-03-02T10:10:00-05:00');
    const inTriage = [...histories.in_triage, asked];
    expect(stageAfter(...inTriage)).toBe('awaiting_information');
    expect(stageAfter(...inTriage, but(informationReceived, letter))).toBe('awaiting_information');
    expect(stageAfter(...inTriage, informationReceived)).toBe('in_triage');
    expect(stageAfter(receivedIncomplete, informationRequested, informationReceived)).toBe('received');
  });
});
