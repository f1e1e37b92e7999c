import { consentAggregate, type ConsentEvent, type ConsentState, ExpireConsent } from '@referral/patient';
import { consentCopyOf, tellConsent } from './consent-copy';
import { send } from './errand';
import { clearTimer, type Process, setTimer } from './process';
import { eachFound, search } from './question';

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
    if (trigger.kind === 'outcome')
      return eachFound(trigger, (referralId) => tellConsent(referralId, consentCopyOf(consent)));
    if (trigger.kind === 'timer' && trigger.timer.timerId === 'expires')
      return stage === 'active' ? [send(consentAggregate, consentId, ExpireConsent, {})] : [];
    if (trigger.kind === 'timer') return [search('patientId', patientId)];
    if (trigger.fact.type === 'ConsentOverriddenForEmergency') return [];
    const expiry = stage === 'active' && expiresAt !== null ? setTimer('expires', expiresAt) : clearTimer('expires');
    return [setTimer('tell', now), expiry];
  },
};
