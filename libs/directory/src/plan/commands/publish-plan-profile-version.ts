import type { UseCase } from '@referral/eventsourcing';
import type { PlanProfileState, PublishedPlanProfile } from '../published-plan-profile';
import type { PlanProfileEvent } from '../events';
import { transitions } from '../rules';
import { PlanProfileContent, publishPlanProfileContent } from './plan-profile-content';

/** A plan asks for something else, from now on or later. */
export class PublishPlanProfileVersion extends PlanProfileContent {}

/** L02, I47. */
export const publishPlanProfileVersion = (
  command: PublishPlanProfileVersion,
  planProfile: PublishedPlanProfile,
): readonly PlanProfileEvent[] => {
  const published = publishPlanProfileContent(command, planProfile);
  if (published.length > 0) transitions.require(planProfile.stage, 'PublishPlanProfileVersion');
  return published;
};

/** Changing a plan profile. */
export const publishPlanProfileVersionUseCase: UseCase<PublishPlanProfileVersion, PlanProfileState, PlanProfileEvent> =
  {
    name: 'PublishPlanProfileVersion',
    command: PublishPlanProfileVersion,
    summary: 'Publishes the next version of a plan profile; versions never change.',
    roles: ['admin'],
    creates: false,
    generatedIds: [],
    decide: publishPlanProfileVersion,
  };
