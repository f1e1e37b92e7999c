import {
  activeAppointments,
  DetermineAuthorizationNeed,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  referralPolicy,
  type RegisteredReferral,
  VerifyEligibility,
} from '@referral/referral';
import { policyInForce } from '@referral/sla-policy';
import { daysBetween, localDate } from '@referral/values';
import { ask, send, type Outcome } from './errand';
import type { EligibilityQuestion } from './payer-question';
import { askAgainAt } from './payer-question';
import { clearTimer, type Decision, type Process, setTimer, type Timer } from './process';
import type { Site } from './site';
import { referralSubject } from './subjects/referral';

/** Questions without an answer after which the eligibility counts as one that cannot be verified. */
const failuresUntilUnable = 3;

/** What a payer is to be asked about. */
interface Matter {
  readonly coverageId: string;
  readonly serviceDate: string;
}

/** Stages in which somebody works towards a visit. */
const towardsVisit: readonly Referral['stage'][] = ['accepted', 'scheduled', 'visit_missed', 'visit_cancelled'];

/** Facts that raise the question. */
const occasions: readonly ReferralEvent['type'][] = [
  'ReferralAccepted',
  'ReferralReopened',
  'CoverageChanged',
  'AppointmentScheduled',
  'AppointmentRescheduled',
];

const today = (now: string, { published }: Site): string =>
  localDate(now, policyInForce(published, now).calendar.timeZone);

const matterOf = ({ stage, registration, facets }: RegisteredReferral, now: string, site: Site): Matter | null => {
  const [coverageId] = registration.coverageIds;
  if (coverageId === undefined || facets.deceased || !towardsVisit.includes(stage)) return null;
  const [visit] = [...activeAppointments(facets.appointments)].sort(
    (one, other) => Date.parse(one.start) - Date.parse(other.start),
  );
  return { coverageId, serviceDate: visit ? localDate(visit.start, visit.timeZone) : today(now, site) };
};

/** I12: the newest answer of the payer, whatever it is, holds for the matter on a day. */
const isAnswered = ({ facets }: RegisteredReferral, { coverageId, serviceDate }: Matter, date: string): boolean => {
  const { eligibility } = facets;
  if (!('verifiedAt' in eligibility) || eligibility.status === 'unable_to_verify') return false;
  const { maximumAgeDays, recheckOnFirstOfVisitMonth } = referralPolicy.eligibility;
  const firstOfMonth = `${serviceDate.slice(0, 7)}-01`;
  return (
    eligibility.coverageId === coverageId &&
    Math.abs(daysBetween(eligibility.asOfDate, serviceDate)) <= maximumAgeDays &&
    serviceDate <= eligibility.validThrough &&
    !(recheckOnFirstOfVisitMonth && date >= firstOfMonth && eligibility.asOfDate < firstOfMonth)
  );
};

/** The matter as long as the payer's newest answer does not settle it. */
const openMatter = (referral: RegisteredReferral, now: string, site: Site): Matter | null => {
  const matter = matterOf(referral, now, site);
  return matter && !isAnswered(referral, matter, today(now, site)) ? matter : null;
};

const unable = ({ referralId, coverageId, traceNumber }: EligibilityQuestion, date: string): Decision =>
  send(referralAggregate, referralId, VerifyEligibility, {
    ...{ coverageId, outcome: 'unable', serviceCovered: null, network: 'unknown', authRequired: 'unknown' },
    ...{ asOfDate: date, validThrough: date, sourceRef: traceNumber },
  });

/** Nobody has found out whether an authorization is needed. */
const isNeedOpen = ({ stage, facets }: RegisteredReferral): boolean =>
  facets.authorizationNeed === null && facets.authorizations.length === 0 && towardsVisit.includes(stage);

/** A payer that has told whether it wants an authorization settles that, unless somebody else has by then. */
const toldNeed = (fact: ReferralEvent, referral: RegisteredReferral, now: string): readonly Decision[] => {
  if (!isNeedOpen(referral)) return [clearTimer('need')];
  if (fact.type !== 'EligibilityVerified' || fact.data.authRequired === 'unknown') return [];
  return [setTimer('need', now, { needed: fact.data.authRequired === 'yes' ? 'required' : 'not_required' })];
};

const determineNeed = (referral: RegisteredReferral, { about }: Timer): readonly Decision[] => {
  if (!isNeedOpen(referral)) return [];
  const needed = about?.['needed'] === 'required' ? 'required' : 'not_required';
  const said = { needed, basis: 'payer_response' } as const;
  return [send(referralAggregate, referral.registration.referralId, DetermineAuthorizationNeed, said)];
};

/** Before the month of the visit an answer of an earlier month holds; from its 1st on the payer is asked anew. */
const recheck = (referral: RegisteredReferral, now: string, site: Site): Decision => {
  const matter = matterOf(referral, now, site);
  const { eligibility } = referral.facets;
  const firstOfMonth = matter && `${matter.serviceDate.slice(0, 7)}-01`;
  if (!referralPolicy.eligibility.recheckOnFirstOfVisitMonth || !firstOfMonth || referral.stage !== 'scheduled')
    return clearTimer('recheck');
  // By noon in UTC the 1st has come nearly everywhere.
  const at = `${firstOfMonth}T12:00:00.000Z`;
  if (!('asOfDate' in eligibility) || eligibility.asOfDate >= firstOfMonth || at <= now) return clearTimer('recheck');
  const trace = `${referral.registration.referralId}.${firstOfMonth.slice(0, 7)}`;
  return setTimer('recheck', at, { trace, failures: 0 });
};

/** Reasons for which nobody was asked: the eligibility stays unknown, or as it was. */
const notAsked: readonly string[] = ['member_unknown', 'payer_unknown'];

const askAt = (at: string, trace: string, failures: number): Decision => setTimer('ask', at, { trace, failures });

/** The same question again, later; once it has failed often enough, a queue shows that somebody must ask in another way. */
const goOn = (
  question: EligibilityQuestion,
  outcome: Outcome,
  { facets }: RegisteredReferral,
  now: string,
  site: Site,
): readonly Decision[] => {
  const { traceNumber, failures } = question;
  if (outcome.outcome === 'answered')
    return outcome.said === 'unable'
      ? [askAt(askAgainAt(now, 1, false), `${traceNumber.replace(/\.\d+$/, '')}.${failures + 1}`, failures + 1)]
      : [];
  if (outcome.outcome !== 'unanswered') return [];
  const { why, mayPass } = outcome;
  const isLost = !notAsked.includes(why) && (!mayPass || failures + 1 >= failuresUntilUnable);
  return [
    ...(isLost && facets.eligibility.status !== 'unable_to_verify' ? [unable(question, today(now, site))] : []),
    askAt(askAgainAt(now, failures + 1, mayPass), traceNumber, failures + 1),
  ];
};

const question = (referral: RegisteredReferral, matter: Matter, { about }: Timer): Decision => {
  const { referralId, patientId } = referral.registration;
  const traceNumber = String(about?.['trace'] ?? referralId);
  return ask({
    kind: 'eligibility',
    traceNumber,
    referralId,
    patientId,
    ...matter,
    failures: Number(about?.['failures'] ?? 0),
  });
};

/**
 * Asks the payer whether it covers a visit, anew when the date or the coverage changes and from the 1st of the month of the visit. A payer
 * that does not answer is asked again with growing pauses.
 */
export const coverage: Process<Referral, ReferralEvent> = {
  name: 'coverage',
  subject: referralSubject,
  react: (trigger, referral, _, now, site) => {
    if (referral.stage === 'none') return [];
    const matter = openMatter(referral, now, site);
    if (trigger.kind === 'outcome')
      return trigger.errand.kind === 'eligibility' && matter
        ? goOn(trigger.errand, trigger.outcome, referral, now, site)
        : [];
    if (trigger.kind === 'timer') {
      if (trigger.timer.timerId === 'need') return determineNeed(referral, trigger.timer);
      return matter ? [question(referral, matter, trigger.timer)] : [];
    }
    const { fact } = trigger;
    const raised = occasions.includes(fact.type) && matter ? [askAt(now, fact.metadata.eventId, 0)] : [];
    return [...toldNeed(fact, referral, now), ...(matter ? raised : [clearTimer('ask')]), recheck(referral, now, site)];
  },
};
