import { CloseReferral, type Referral, referralAggregate, type ReferralEvent } from '@referral/referral';
import { send } from './errand';
import type { Process } from './process';
import { referralSubject } from './subjects/referral';

/** Closes the loop when the referrer has answered the report. */
export const closure: Process<Referral, ReferralEvent> = {
  name: 'closure',
  subject: referralSubject,
  react: (trigger, referral) => {
    if (trigger.kind !== 'fact' || trigger.fact.type !== 'ReportAcknowledged') return [];
    if (referral.stage !== 'report_received') return [];
    const { disposition } = trigger.fact.data;
    return [
      send(referralAggregate, referral.registration.referralId, CloseReferral, {
        closureOutcome: 'loop_closed',
        evidenceEventIds: [trigger.fact.metadata.eventId],
        patientInformed: disposition === 'patient_contacted',
        referrerInformed: true,
      }),
    ];
  },
};
