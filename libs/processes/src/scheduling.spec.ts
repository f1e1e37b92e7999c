import { describe, it } from '@jest/globals';
import { but, deferred, effective, histories, missed, scheduled, scheduledAgain } from '@referral/referral/testing';
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
});
