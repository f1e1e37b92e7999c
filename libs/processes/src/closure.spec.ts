import { describe, it } from '@jest/globals';
import { acknowledged, acknowledgedReport, but, closed, histories } from '@referral/referral/testing';
import { closure } from './closure';
import { reacts } from './testing/given';

const { given } = reacts(closure);

const close = (patientInformed: boolean) => ({
  commands: [
    [
      'CloseReferral',
      { closureOutcome: 'loop_closed', evidenceEventIds: ['event-10'], patientInformed, referrerInformed: true },
    ],
  ] as const,
});

const untilForwarded = acknowledgedReport.slice(0, -1);

describe('closure', () => {
  it('closes the loop when the referrer has answered the report', () => {
    given(...untilForwarded)
      .when({ fact: acknowledged })
      .then(close(false));
  });

  it('says that the patient is informed when the referrer has done so', () => {
    const told = but(acknowledged, { disposition: 'patient_contacted' });
    given(...untilForwarded)
      .when({ fact: told })
      .then(close(true));
  });

  it('asks once', () => {
    given(...acknowledgedReport)
      .when({ fact: closed })
      .thenNothing();
  });

  it('waits for the answer to a report', () => {
    given()
      .when(...histories.report_received.map((fact) => ({ fact })))
      .thenNothing();
  });
});
