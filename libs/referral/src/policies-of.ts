import type { PolicyReference } from '@referral/eventsourcing';
import type { ReferralEvent } from './events/referral-event';
import type { RequirementSetRef } from './values/requirement-set';

const byChecklist = ({ requirementSetId, requirementSetVersion }: RequirementSetRef): PolicyReference => ({
  kind: 'requirements',
  id: requirementSetId,
  version: requirementSetVersion,
});

/** The policy versions that a fact relied on, from its own fields. */
export const policiesOf = (event: ReferralEvent): readonly PolicyReference[] => {
  if (event.type === 'UrgencyAssigned')
    return [{ kind: 'sla', id: event.data.slaPolicyId, version: event.data.slaPolicyVersion }];
  if (event.type === 'ReferralCompletenessReached' || event.type === 'ReferralSubmitted')
    return [byChecklist(event.data)];
  if (event.type === 'ReferralReceived' || event.type === 'ReferralReturnedIncomplete')
    return event.data.requirementSet ? [byChecklist(event.data.requirementSet)] : [];
  if (event.type === 'HoldPlaced')
    return [{ kind: 'sla', id: event.data.slaPolicyId, version: event.data.slaPolicyVersion }];
  if (event.type === 'SlaWarningRaised' || event.type === 'SlaBreached' || event.type === 'SlaMet')
    return [{ kind: 'sla', id: event.data.policyId, version: event.data.policyVersion }];
  if (event.type === 'ContactAttempted' || event.type === 'OutreachExhausted')
    return [{ kind: 'contact', id: event.data.policyId, version: event.data.policyVersion }];
  return [];
};
