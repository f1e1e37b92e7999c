import {
  type Consent,
  consentAggregate,
  type ConsentEvent,
  type ConsentState,
  ExpireConsent,
  part2Kinds,
} from '@referral/patient';
import { ReflectConsentStatus, referralAggregate } from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import { eachFound, search } from './question';

const id = /^[A-Za-z0-9][A-Za-z0-9._:~/#|-]{0,127}$/;

const statuses = { active: 'granted', revoked: 'revoked', expired: 'expired' } as const;

/**
 * What a consent lets out. Only of those under 42 CFR Part 2 is that known: what another one covers stands in its words, which are
 * patient data, so that it lets nothing out by itself. Recipients are those that are named by id; a class of them in words names nobody.
 */
const scopeOf = ({ kind, recipients }: Consent) => ({
  categories: part2Kinds.includes(kind) ? ['part2'] : [],
  ...(kind !== 'part2_tpo' && { recipientIds: recipients.filter((recipient) => id.test(recipient)) }),
});

const reflect = (consent: Consent, referralId: string): Decision =>
  send(referralAggregate, referralId, ReflectConsentStatus, {
    consentId: consent.consentId,
    status: statuses[consent.stage],
    scope: scopeOf(consent),
    ...(consent.expiresAt !== null && { validThrough: consent.expiresAt.slice(0, 10) }),
  });

/** Ends a consent at its time, and tells the open referrals of its patient how it stands. */
export const consentNotice: Process<ConsentState, ConsentEvent> = {
  name: 'consentnotice',
  subject: {
    category: consentAggregate.category,
    initialView: consentAggregate.decider.initialState,
    evolve: (view, fact) => consentAggregate.decider.evolve(view, fact),
  },
  react: (trigger, consent, _, now) => {
    if (consent.stage === 'none') return [];
    const { consentId, patientId, expiresAt, stage } = consent;
    if (trigger.kind === 'outcome') return eachFound(trigger, (referralId) => reflect(consent, referralId));
    if (trigger.kind === 'timer' && trigger.timer.timerId === 'expires')
      return stage === 'active' ? [send(consentAggregate, consentId, ExpireConsent, {})] : [];
    if (trigger.kind === 'timer') return [search('patientId', patientId)];
    if (trigger.fact.type === 'ConsentOverriddenForEmergency') return [];
    const expiry = stage === 'active' && expiresAt !== null ? setTimer('expires', expiresAt) : clearTimer('expires');
    return [setTimer('tell', now), expiry];
  },
};
