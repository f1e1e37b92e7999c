import {
  activeAppointments,
  endOfValidity,
  ExpireReferral,
  isTerminal,
  type Referral,
  referralAggregate,
  type ReferralEvent,
} from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

const DAY_MS = 86_400_000;

const iso = (instant: number): string => new Date(instant).toISOString();

/** Stages in which a referral still waits for the patient to be seen. */
const isFulfilled = ({ stage }: Referral): boolean => stage === 'visit_completed' || stage === 'report_received';

const wait = (referral: Referral): readonly Decision[] => {
  if (referral.stage === 'none' || isTerminal(referral.stage) || isFulfilled(referral)) return [clearTimer('end')];
  const end = endOfValidity(referral.registration.validity);
  return end === null ? [clearTimer('end')] : [setTimer('end', iso(end + 1))];
};

/** Ends a referral whose validity is over before the patient was seen. A booked visit holds that up for as long as the rules say. */
export const validity: Process<Referral, ReferralEvent> = {
  name: 'validity',
  subject: referralSubject,
  react: (trigger, referral, _, now) => {
    if (trigger.kind === 'fact') return wait(referral);
    if (referral.stage === 'none' || isTerminal(referral.stage)) return [];
    if (trigger.kind === 'timer') {
      const validUntil = referral.registration.validity.end;
      if (validUntil === undefined || isFulfilled(referral)) return [];
      return [send(referralAggregate, referral.registration.referralId, ExpireReferral, { validUntil })];
    }
    const held = trigger.outcome.outcome === 'refused' && trigger.outcome.code === 'APPOINTMENTS_STILL_ACTIVE';
    return held && activeAppointments(referral.facets.appointments).length > 0
      ? [setTimer('end', iso(Date.parse(now) + DAY_MS))]
      : [];
  },
};
