import type { CreatingUseCase } from '@referral/eventsourcing';
import type { SlaPolicyEvent } from '../events/sla-policy-event';
import type { PolicyState } from '../published-policy';
import { PolicyContent } from './policy-content';
import { publishPolicy } from './publish-policy';

/** A site makes promises about time of its own: the first version of a policy. */
export class PublishSlaPolicy extends PolicyContent {}

/** What the first version leaves out is as in the default policy. */
export const publishSlaPolicy = (command: PublishSlaPolicy, policy: PolicyState): readonly SlaPolicyEvent[] =>
  publishPolicy(command, policy, command.version ?? 1);

/** Beginning a policy. */
export const publishSlaPolicyUseCase: CreatingUseCase<PublishSlaPolicy, PolicyState, SlaPolicyEvent> = {
  name: 'PublishSlaPolicy',
  command: PublishSlaPolicy,
  summary: 'Publishes the first version of a policy about deadlines; what it leaves out is as in the default policy.',
  roles: ['admin'],
  creates: true,
  generatedIds: [],
  decide: publishSlaPolicy,
};
