import { authorizationAggregate, OpenAuthorization } from '@referral/authorization';
import type { Referral, ReferralEvent, RegisteredReferral } from '@referral/referral';
import { policyInForce } from '@referral/sla-policy';
import { localDate } from '@referral/values';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import type { Site } from './site';
import { referralSubject } from './subjects/referral';

const DAY_MS = 86_400_000;

/** Days that an authorization is asked for when the referral has no end: this project's own default. */
const defaultDays = 90;

const towardsVisit: readonly Referral['stage'][] = ['accepted', 'scheduled', 'visit_missed', 'visit_cancelled'];

/** Somebody has found that an authorization is needed, and none was begun. */
const isWanted = ({ stage, registration, facets }: RegisteredReferral): boolean =>
  towardsVisit.includes(stage) &&
  facets.authorizationNeed?.needed === 'required' &&
  facets.authorization === 'required' &&
  facets.authorizations.length === 0 &&
  facets.acceptance !== null &&
  !facets.deceased &&
  registration.coverageIds.length > 0;

const open = ({ registration, facets }: RegisteredReferral, now: string, { published }: Site): readonly Decision[] => {
  const { referralId, coverageIds, visitsRequested, validity, referringParty } = registration;
  const { acceptance, urgency } = facets;
  const [coverageId] = coverageIds;
  if (!acceptance || coverageId === undefined) return [];
  const { timeZone } = policyInForce(published, now).calendar;
  const from = localDate(now, timeZone);
  const to = (validity.end ?? new Date(Date.parse(now) + defaultDays * DAY_MS).toISOString()).slice(0, 10);
  const soon = urgency.assigned ?? urgency.claimed;
  const service = { code: acceptance.service, units: visitsRequested ?? 1, from, to: to < from ? from : to };
  return [
    send(authorizationAggregate, '', OpenAuthorization, {
      ...{ referralId, coverageId, services: [service] },
      level: soon === 'stat' || soon === 'urgent' ? 'expedited' : 'standard',
      ...{ requestingProvider: referringParty, servicingProvider: acceptance.destination, planProfileVersion: 1 },
    }),
  ];
};

/** Begins the prior authorization that a referral needs. */
export const authorizationOpening: Process<Referral, ReferralEvent> = {
  name: 'authorizationopening',
  subject: referralSubject,
  react: (trigger, referral, { timers }, now, site) => {
    if (referral.stage === 'none' || trigger.kind === 'outcome') return [];
    const wanted = isWanted(referral);
    if (trigger.kind === 'timer') return wanted ? open(referral, now, site) : [];
    if (!wanted) return [clearTimer('open')];
    const occasion = trigger.fact.type === 'AuthorizationNeedDetermined' || trigger.fact.type === 'ReferralAccepted';
    // The referral as it stands when the timer fires decides, so that one that was read late opens nothing for what is long over.
    return occasion && !timers['open'] ? [setTimer('open', now)] : [];
  },
};
