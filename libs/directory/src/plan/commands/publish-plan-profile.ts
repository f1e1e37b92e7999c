import type { CreatingUseCase } from '@referral/eventsourcing';
import type { PlanProfileState } from '../published-plan-profile';
import type { PlanProfileEvent } from '../events';
import { PlanProfileContent, publishPlanProfileContent } from './plan-profile-content';

/** The first version of a plan profile. */
export class PublishPlanProfile extends PlanProfileContent {}

/** The first version, whatever has followed it. */
export const publishPlanProfile = (
  command: PublishPlanProfile,
  planProfile: PlanProfileState,
): readonly PlanProfileEvent[] => {
  return publishPlanProfileContent(command, planProfile, command.version ?? 1);
};

/** Beginning a plan profile. */
export const publishPlanProfileUseCase: CreatingUseCase<PublishPlanProfile, PlanProfileState, PlanProfileEvent> = {
  name: 'PublishPlanProfile',
  command: PublishPlanProfile,
  summary: 'Publishes the first version of a plan profile.',
  roles: ['admin'],
  creates: true,
  generatedIds: [],
  decide: publishPlanProfile,
};
