import { describe, it } from '@jest/globals';
import {
  acknowledged,
  acknowledgedReport,
  but,
  cancellationRequested,
  closed,
  disputed,
  effective,
  followUpCompleted,
  followUpPlanned,
  forwarded,
  histories,
  noted,
  reopened,
  reported,
  serviceConfirmed,
} from '@referral/referral/testing';
import { closure } from './closure';
import { reacts } from './testing/given';

const { given } = reacts(closure);

const { what } = serviceConfirmed.data;
const untilForwarded = acknowledgedReport.slice(0, -1);
const dueAt = '2026-03-23T13:00:00.000Z';
const due = { due: 'close', at: dueAt };
const at = '2026-03-20T09:00:00-04:00';

const close = (patientInformed: boolean) => ({
  commands: [
    [
      'CloseReferral',
      { closureOutcome: 'loop_closed', evidenceEventIds: ['event-10'], patientInformed, referrerInformed: true },
    ],
  ] as const,
});

describe('closure', () => {
  it('proposes to close when the referrer has answered the report, and leaves people two business days for it', () => {
    given(...untilForwarded)
      .when({ fact: acknowledged })
      .then({ timers: { close: dueAt } });
  });

  it('closes the loop when nobody has until then', () => {
    given(...acknowledgedReport)
      .when({ fact: effective(noted, at) }, due)
      .then(close(false));
  });

  it('says that the patient is informed when the referrer has done so', () => {
    const told = but(acknowledged, { disposition: 'patient_contacted' });
    given(...untilForwarded, told)
      .when(due)
      .then(close(true));
  });

  it('has nothing more to do when a person closes it, and does not close again what a person opens again', () => {
    given(...acknowledgedReport)
      .when({ fact: closed })
      .then({ cleared: ['close'] });
    const done = effective(followUpCompleted, '2026-03-24T09:00:00-04:00');
    given(...acknowledgedReport, closed)
      .when({ fact: reopened }, { fact: effective(followUpPlanned, at) }, { fact: done })
      .thenNothing();
  });

  it('waits for what remains to be done', () => {
    const planned = effective(followUpPlanned, at);
    given(...acknowledgedReport)
      .when({ fact: planned })
      .then({ cleared: ['close'] });
    given(...acknowledgedReport, planned)
      .when({ fact: effective(followUpCompleted, '2026-03-24T09:00:00-04:00') })
      .then({ timers: { close: '2026-03-26T13:00:00.000Z' } });
  });

  it('takes its proposal back when someone doubts that the referral is right, or a corrected report comes', () => {
    const corrected = but(effective(reported, at), { kind: 'corrected', replacesDocumentId: 'document-report' });
    for (const fact of [effective(disputed, at), corrected])
      given(...acknowledgedReport)
        .when({ fact })
        .then({ cleared: ['close'] });
  });

  it('proposes to close after a service for which no report is expected', () => {
    const confirmed = effective(serviceConfirmed, '2026-03-05T10:00:00-05:00');
    const proposed = given(...histories.accepted);
    proposed.when({ fact: confirmed }).then({ timers: { close: '2026-03-09T14:00:00.000Z' } });
    const outcome = { closureOutcome: 'service_confirmed_no_report_expected', reason: { code: 'service_confirmed' } };
    const said = { evidenceEventIds: ['event-6'], patientInformed: false, referrerInformed: false, ...outcome };
    proposed.when({ due: 'close', at: '2026-03-09T14:00:00Z' }).then({ commands: [['CloseReferral', said]] });
    given(...histories.scheduled)
      .when({ fact: confirmed })
      .thenNothing();
  });

  it('counts from the first service that was confirmed', () => {
    const again = but(effective(serviceConfirmed, '2026-03-06T10:00:00-05:00'), { what: { ...what, code: 'echo' } });
    given(...histories.accepted, effective(serviceConfirmed, '2026-03-05T10:00:00-05:00'))
      .when({ fact: again })
      .thenNothing();
  });

  it('takes its proposal back when somebody asks to cancel, or a report comes after all', () => {
    for (const fact of [cancellationRequested, reported])
      given(...histories.accepted, serviceConfirmed)
        .when({ fact: effective(fact, '2026-03-17T09:00:00-04:00') })
        .then({ cleared: ['close'] });
  });

  it('proposes nothing when what remained to be done is done, but nothing was rendered in this cycle', () => {
    const planned = [followUpPlanned] as const;
    const again = but(reopened, { toStage: 'accepted' });
    for (const before of [histories.accepted, [...histories.accepted, serviceConfirmed, closed, again]])
      given(...before, ...planned)
        .when({ fact: followUpCompleted })
        .thenNothing();
  });

  it('leaves it when it turns out, at its time, that something has happened', () => {
    given(...acknowledgedReport)
      .when({ unheard: closed }, due)
      .thenNothing();
    const answered = [reported, forwarded, acknowledged].map((fact) => ({ unheard: fact }));
    given(...histories.accepted, serviceConfirmed)
      .when(...answered, { due: 'close', at: '2026-03-18T16:00:00Z' })
      .thenNothing();
  });

  it('does not try again when it was refused', () => {
    given(...acknowledgedReport)
      .when(due, { settled: 'CloseReferral', outcome: { outcome: 'refused', code: 'ILLEGAL_TRANSITION' } })
      .thenNothing();
  });

  it('waits for the answer to a report', () => {
    given()
      .when(...histories.report_received.map((fact) => ({ fact })))
      .thenNothing();
  });
});
