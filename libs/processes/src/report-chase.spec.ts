import { describe, it } from '@jest/globals';
import {
  attended,
  but,
  closed,
  effective,
  heartClinic,
  histories,
  noted,
  reopened,
  reported,
  reportRequested,
} from '@referral/referral/testing';
import { reportChase } from './report-chase';
import { reacts } from './testing/given';

const { given } = reacts(reportChase);
const seen = histories.visit_completed;

/** Ten business days after the visit of 16 March, at the same hour. */
const reportDue = '2026-03-30T14:00:00.000Z';
const request = (dueAt: string) => ['RequestReport', { to: heartClinic, channel: 'fax', dueAt }] as const;

describe('the chase for a report', () => {
  it('begins when the report of a visit is due', () => {
    given(...histories.scheduled)
      .when({ fact: attended })
      .then({ timers: { chase: reportDue } });
  });

  it('asks for a report that is overdue, and looks again five business days later', () => {
    const dueAt = '2026-04-06T14:00:00.000Z';
    given(...seen)
      .when({ due: 'chase', at: '2026-03-30T14:00:00Z' })
      .then({ commands: [request(dueAt)], timers: { chase: dueAt } });
  });

  it('calls a lead when three requests were in vain', () => {
    const asked = ['2026-03-31', '2026-04-07', '2026-04-14'].map((day) =>
      effective(reportRequested, `${day}T09:00:00-04:00`),
    );
    given(...seen, ...asked)
      .when({ due: 'chase', at: '2026-04-21T21:00:00Z' })
      .then({ commands: [['EscalateReferral', { level: 1, to: 'lead', cause: 'delay', clock: 'K11' }]] });
  });

  it('ends with the report', () => {
    given(...seen)
      .when({ fact: reported })
      .then({ cleared: ['chase'] });
    given(...seen, reported)
      .when({ due: 'chase', at: '2026-04-21T21:00:00Z' })
      .thenNothing();
  });

  it('begins anew when the referral is opened again, with the requests of before left behind', () => {
    const anew = but(reopened, { toStage: 'visit_completed' });
    given(...histories.closed)
      .when({ fact: anew })
      .then({ timers: { chase: '2026-04-03T13:00:00.000Z' } });
    const asked = ['2026-03-17', '2026-03-18', '2026-03-19'].map((day) =>
      effective(reportRequested, `${day}T09:00:00-04:00`),
    );
    const ended = but(closed, { closureOutcome: 'completed_report_not_obtained' });
    const next = '2026-04-10T13:00:00.000Z';
    given(...seen, ...asked, ended, anew)
      .when({ due: 'chase', at: '2026-04-03T13:00:00Z' })
      .then({ commands: [request(next)], timers: { chase: next } });
  });

  it('is begun by nothing else that happens, and waits on when it has asked', () => {
    given(...seen)
      .when({ due: 'chase', at: reportDue }, { fact: effective(noted, '2026-03-30T11:00:00-04:00') })
      .thenNothing();
    given(...seen)
      .when({ due: 'chase', at: reportDue }, { settled: 'RequestReport', outcome: { outcome: 'done' } })
      .thenNothing();
  });
});
