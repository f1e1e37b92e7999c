import { describe, it } from '@jest/globals';
import {
  but,
  closed,
  deferred,
  effective,
  histories,
  missed,
  noted,
  reopened,
  scheduled,
  scheduledAgain,
} from '@referral/referral/testing';
import { scheduling } from './scheduling';
import { reacts } from './testing/given';

const { given } = reacts(scheduling);
const missedAgain = but(effective(missed, '2026-03-17T11:00:00-04:00'), {
  appointmentId: 'appointment-2',
  missedCount: 2,
});
const escalation = (to: string, cause: string) => ({
  commands: [['EscalateReferral', { level: 1, to, cause }]] as const,
});

describe('scheduling', () => {
  it('leaves a first missed visit to the queue of those to rebook', () => {
    given(...histories.scheduled)
      .when({ fact: missed })
      .thenNothing();
  });

  it('hands a patient who missed two visits to a clinical reviewer', () => {
    given(...histories.visit_missed, effective(scheduledAgain, '2026-03-16T12:00:00-04:00'))
      .when({ fact: missedAgain })
      .then(escalation('clinical_reviewer', 'clinical_risk'));
  });

  it('calls a lead when a provider that wanted to book has not done so in time', () => {
    const contactBy = new Date(deferred.data.expectedContactBy).toISOString();
    given(...histories.accepted)
      .when({ fact: deferred })
      .then({ timers: { deferred: contactBy } });
    given(...histories.accepted, deferred)
      .when({ due: 'deferred', at: contactBy })
      .then(escalation('lead', 'delay'));
    given(...histories.accepted, deferred)
      .when({ fact: scheduled })
      .then({ cleared: ['deferred'] });
  });

  it('asks nobody about visits that were not missed, or were missed before the referral was opened again', () => {
    const first = effective(scheduledAgain, '2026-03-16T12:00:00-04:00');
    const ended = effective(but(closed, { closureOutcome: 'unable_to_contact' }), '2026-03-19T10:00:00-04:00');
    const again = effective(but(first, { appointmentId: 'appointment-3' }), '2026-03-21T09:00:00-04:00');
    const missedThen = but(effective(missed, '2026-03-23T11:00:00-04:00'), { appointmentId: 'appointment-3' });
    given(...histories.visit_cancelled, first)
      .when({ fact: missedAgain })
      .thenNothing();
    given(...histories.visit_missed, ended, but(reopened, { toStage: 'accepted' }), again)
      .when({ fact: missedThen })
      .thenNothing();
    given(...histories.visit_missed, first, missedAgain)
      .when({ fact: effective(noted, '2026-03-18T09:00:00-04:00') })
      .thenNothing();
  });

  it('waits on while nothing is booked, and calls a lead once', () => {
    const wait = { due: 'deferred', at: deferred.data.expectedContactBy };
    given(...histories.accepted, deferred)
      .when({ fact: effective(noted, '2026-03-05T09:00:00-05:00') })
      .thenNothing();
    given(...histories.accepted, deferred)
      .when(wait, { settled: 'EscalateReferral', outcome: { outcome: 'done' } })
      .thenNothing();
    given(...histories.accepted, deferred)
      .when({ unheard: scheduled }, wait)
      .thenNothing();
  });
});
