import type { UseCase } from '@referral/eventsourcing';
import type { SlaPolicyEvent } from '../events/sla-policy-event';
import type { PolicyState, PublishedPolicy } from '../published-policy';
import { PolicyContent } from './policy-content';
import { publishPolicy } from './publish-policy';

/** A site changes its promises about time, from now on or later. */
export class PublishSlaPolicyVersion extends PolicyContent {}

/** I47. What the version leaves out is as in the one before. */
export const publishSlaPolicyVersion = (
  command: PublishSlaPolicyVersion,
  policy: PublishedPolicy,
): readonly SlaPolicyEvent[] => publishPolicy(command, policy);

/** Changing a policy. */
export const publishSlaPolicyVersionUseCase: UseCase<PublishSlaPolicyVersion, PolicyState, SlaPolicyEvent> = {
  name: 'PublishSlaPolicyVersion',
  command: PublishSlaPolicyVersion,
  summary: 'Publishes the next version of a policy; clocks that have started keep the version that was in force then.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: publishSlaPolicyVersion,
};
