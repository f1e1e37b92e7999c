import type { Version } from '@referral/eventsourcing';
import type { PolicyTerms, SlaPolicyEvent } from './events/sla-policy-event';
import type { SlaPolicy } from './sla-policy';

/** A policy that has at least one version. */
export interface PublishedPolicy {
  readonly stage: 'published';
  readonly policyId: string;
  /** Effective time of the first publication. */
  readonly since: string;
  /** In the order of publication; version n is the n-th. */
  readonly versions: readonly (PolicyTerms & Version)[];
}

/** A policy as its history tells it. */
export type PolicyState = { readonly stage: 'none' } | PublishedPolicy;

/** The policy after one more version. */
export const evolvePolicy = (policy: PolicyState, { data, occurredAt }: SlaPolicyEvent): PolicyState => {
  const { lateEntry: _, ...version } = data;
  const versions = policy.stage === 'none' ? [] : policy.versions;
  return {
    stage: 'published',
    policyId: data.policyId,
    since: policy.stage === 'none' ? occurredAt : policy.since,
    versions: [...versions, version],
  };
};

/** A published version as deadlines are counted with it. */
export const slaPolicyOf = ({ policyId, ...version }: PolicyTerms & Version): SlaPolicy => ({
  id: policyId,
  ...version,
});
