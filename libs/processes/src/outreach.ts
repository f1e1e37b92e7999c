import {
  countedAttempts,
  ExhaustOutreach,
  outreachPolicy,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { businessDaysAfter } from './business-days';
import { send } from './errand';
import { clearTimer, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

/** What was done after the last attempt, and when. */
interface Notice {
  readonly field: 'letterSentAt' | 'noticeToReferrerAt';
  readonly at: string;
}

const isOver = (referral: RegisteredReferral): boolean => {
  const { outreach, appointments } = referral.facets;
  const booked = appointments.some(({ status }) => status === 'booked');
  const awaitsContact = referral.stage === 'accepted' || referral.stage === 'visit_missed';
  return outreach.exhausted !== null || outreach.reachedAt !== null || booked || !awaitsContact;
};

const ruleOf = ({ facets }: RegisteredReferral) =>
  outreachPolicy.rules[facets.urgency.assigned ?? facets.urgency.claimed];

const newest = (instants: readonly string[]): string | undefined =>
  [...instants].sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1);

/** The letter or the call that the policy wants after the attempts, once there were enough of them. */
const noticeOf = (referral: RegisteredReferral): Notice | null => {
  const rule = ruleOf(referral);
  if (countedAttempts(referral).length < rule.attempts) return null;
  const { outreach, statusUpdates } = referral.facets;
  const letters = outreach.attempts.filter(({ channel, cycle }) => channel === 'mail' && cycle === referral.cycle);
  const calls = statusUpdates.filter(({ to }) => to.type === 'office');
  const at = newest((rule.then === 'letter' ? letters : calls).map((one) => one.at));
  return at === undefined ? null : { field: rule.then === 'letter' ? 'letterSentAt' : 'noticeToReferrerAt', at };
};

/** Declares outreach exhausted when everything was tried that the contact policy wants, and nobody has answered in the time it leaves. */
export const outreach: Process<Referral, ReferralEvent> = {
  name: 'outreach',
  subject: referralSubject,
  react: (trigger, referral, _, __, site) => {
    if (trigger.kind === 'outcome' || referral.stage === 'none') return [];
    const notice = isOver(referral) ? null : noticeOf(referral);
    if (!notice) return [clearTimer('exhausted')];
    if (trigger.kind === 'timer') {
      const { referralId } = referral.registration;
      return [send(referralAggregate, referralId, ExhaustOutreach, { [notice.field]: notice.at })];
    }
    return [setTimer('exhausted', businessDaysAfter(notice.at, ruleOf(referral).waitBusinessDays, site))];
  },
};
