import type { PolicyReference } from '@referral/eventsourcing';
import type { AuthorizationEvent } from './events/authorization-event';

/** The versions of rules that a fact relied on, from its own fields. */
export const policiesOf = (event: AuthorizationEvent): readonly PolicyReference[] => {
  if (event.type !== 'AuthorizationSubmitted' && event.type !== 'AppealFiled') return [];
  const { ruleId, version } = event.data.clockBasis;
  return [{ kind: 'sla', id: ruleId, version }];
};
