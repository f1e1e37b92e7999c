import type { ReferralEvent } from '@referral/referral';
import type { TriggeringEvent } from '@referral/sla-policy';

/** What the policy calls the states of an authorization that a referral hears of. */
const authorizationFacts: Readonly<Record<string, string>> = {
  submitted: 'AuthorizationSubmitted',
  approved: 'AuthorizationApproved',
  partially_approved: 'AuthorizationPartiallyApproved',
  modified: 'AuthorizationModified',
  denied: 'AuthorizationDenied',
  no_action_required: 'AuthorizationNotRequiredByPayer',
  contact_payer: 'AuthorizationContactPayer',
};

/** A fact in the words of the policy. */
export const inPolicyWords = (fact: ReferralEvent): TriggeringEvent =>
  fact.type === 'AuthorizationStatusReflected'
    ? { type: authorizationFacts[fact.data.status] ?? fact.type, data: fact.data }
    : fact;
