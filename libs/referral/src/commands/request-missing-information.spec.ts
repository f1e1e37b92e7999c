import { describe, it } from '@jest/globals';
import {
  auditor,
  but,
  by,
  changed,
  given,
  histories,
  informationRequested,
  receivedIncomplete,
  requestInformation,
} from '../testing';

describe('asking for missing information', () => {
  it('asks, and holds triage back', () => {
    given(receivedIncomplete).when(requestInformation).then(informationRequested);
  });

  it('asks once', () => {
    given(receivedIncomplete, informationRequested).when(requestInformation).thenNothing();
  });

  it('counts the attempts', () => {
    given(receivedIncomplete, informationRequested)
      .when(changed(requestInformation, { requestId: 'request-2' }))
      .then(but(informationRequested, { requestId: 'request-2', attemptNo: 2 }));
  });

  it('does not hold triage back after it has ended', () => {
    given(...histories.accepted)
      .when(requestInformation)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('may ask later as well when nothing waits for it', () => {
    given(...histories.accepted)
      .when(changed(requestInformation, { blocksTriage: false }))
      .then(but(informationRequested, { blocksTriage: false }));
  });

  it('does not use one id for two requests', () => {
    given(receivedIncomplete, informationRequested)
      .when(changed(requestInformation, { items: [{ code: 'imaging_report' }] }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.declined)
      .when(requestInformation)
      .thenRejected('REFERRAL_TERMINAL');
  });

  it('is not for those who only read', () => {
    given(receivedIncomplete).when(by(requestInformation, auditor)).thenRejected('READ_ONLY_ROLE');
  });
});
