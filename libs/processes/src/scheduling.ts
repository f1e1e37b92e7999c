import {
  EscalateReferral,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

/** Missed visits after which somebody clinical decides how it goes on: the default missed-visit policy. */
const missesUntilReview = 2;

const escalate = ({ registration }: RegisteredReferral, to: string, cause: 'clinical_risk' | 'delay'): Decision =>
  send(referralAggregate, registration.referralId, EscalateReferral, { level: 1, to, cause });

const missesIn = ({ facets, cycle }: RegisteredReferral): number =>
  facets.appointments.filter((visit) => visit.status === 'missed' && visit.cycle === cycle).length;

/** Hands a patient who keeps missing visits to a clinical reviewer, and calls a lead when a provider that wanted to book has not. */
export const scheduling: Process<Referral, ReferralEvent> = {
  name: 'scheduling',
  subject: referralSubject,
  react: (trigger, referral) => {
    if (referral.stage === 'none' || trigger.kind === 'outcome') return [];
    if (trigger.kind === 'timer') return referral.stage === 'accepted' ? [escalate(referral, 'lead', 'delay')] : [];
    const { fact } = trigger;
    if (fact.type === 'AppointmentMissed' && missesIn(referral) >= missesUntilReview)
      return [escalate(referral, 'clinical_reviewer', 'clinical_risk')];
    if (fact.type === 'BookingDeferredToProvider') return [setTimer('deferred', fact.data.expectedContactBy)];
    return referral.stage === 'accepted' ? [] : [clearTimer('deferred')];
  },
};
