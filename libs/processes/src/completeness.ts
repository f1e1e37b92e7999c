import { ConfirmComplete, type Referral, referralAggregate, type ReferralEvent, unmet } from '@referral/referral';
import { send } from './errand';
import type { Process } from './process';
import { referralSubject } from './subjects/referral';

/** Confirms that a referral is complete when its last mandatory item was verified or waived. */
export const completeness: Process<Referral, ReferralEvent> = {
  name: 'completeness',
  subject: referralSubject,
  react: (trigger, referral, _, now) => {
    if (trigger.kind !== 'fact' || referral.stage === 'none') return [];
    const { type } = trigger.fact;
    if (type !== 'RequirementItemVerified' && type !== 'RequirementItemWaived') return [];
    const { facets, registration } = referral;
    if (facets.completeness.reachedAt !== null || unmet(facets.completeness, now).length > 0) return [];
    return [send(referralAggregate, registration.referralId, ConfirmComplete, {})];
  },
};
