import {
  coordinationPolicy,
  EscalateReferral,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  type RegisteredReferral,
  RequestReport,
} from '@referral/referral';
import { dueAt, policyInForce } from '@referral/sla-policy';
import { businessDaysAfter } from './business-days';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import type { Site } from './site';
import { referralSubject } from './subjects/referral';

/** Business days that a request for a report is given before the next one; the project's own default. */
const daysBetweenRequests = 5;

const awaitsReport = (referral: Referral): referral is RegisteredReferral =>
  referral.stage === 'visit_completed' && !referral.facets.report;

/** When the report of the newest visit is due: the K11 of the policy that binds the visit. */
const reportDueAt = ({ facets, stageSince, registration }: RegisteredReferral, { published }: Site): string => {
  const urgency = facets.urgency.assigned ?? facets.urgency.claimed;
  const { policy, calendar } = policyInForce(published, stageSince);
  return dueAt('K11', urgency, stageSince, policy, calendar, registration.direction);
};

const ask = (referral: RegisteredReferral, now: string, site: Site): readonly Decision[] => {
  const to = referral.facets.acceptance?.destination;
  if (!to) return [];
  const answerDueAt = businessDaysAfter(now, daysBetweenRequests, site);
  const { referralId } = referral.registration;
  return [
    send(referralAggregate, referralId, RequestReport, { to, channel: 'fax', dueAt: answerDueAt }),
    setTimer('chase', answerDueAt),
  ];
};

const chase = (referral: RegisteredReferral, now: string, site: Site): readonly Decision[] => {
  const requests = referral.facets.reportRequests.filter(({ cycle }) => cycle === referral.cycle).length;
  if (requests < coordinationPolicy.reportRequests) return ask(referral, now, site);
  const escalation = { level: 1, to: 'lead', cause: 'delay', clock: 'K11' } as const;
  return [send(referralAggregate, referral.registration.referralId, EscalateReferral, escalation)];
};

/** Asks for a report that is overdue, several times, and then calls a lead. */
export const reportChase: Process<Referral, ReferralEvent> = {
  name: 'reportchase',
  subject: referralSubject,
  react: (trigger, referral, _, now, site) => {
    if (trigger.kind === 'outcome') return [];
    if (!awaitsReport(referral)) return [clearTimer('chase')];
    if (trigger.kind === 'timer') return chase(referral, now, site);
    const begins = trigger.fact.type === 'AppointmentAttended' || trigger.fact.type === 'ReferralReopened';
    return begins ? [setTimer('chase', reportDueAt(referral, site))] : [];
  },
};
