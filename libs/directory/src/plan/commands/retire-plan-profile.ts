import type { UseCase } from '@referral/eventsourcing';
import { IsValue, pick, type Reason, ReasonValue } from '@referral/values';
import type { PlanProfileState, PublishedPlanProfile } from '../published-plan-profile';
import type { PlanProfileEvent } from '../events';
import { happened, transitions } from '../rules';
import { PlanProfileCommand } from './plan-profile-command';

/** A plan profile is no longer used. */
export class RetirePlanProfile extends PlanProfileCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** L03. */
export const retirePlanProfile = (
  command: RetirePlanProfile,
  planProfile: PublishedPlanProfile,
): readonly PlanProfileEvent[] => {
  if (planProfile.stage === 'retired') return [];
  transitions.require(planProfile.stage, 'RetirePlanProfile');
  return [happened('PlanProfileRetired', command, pick(command, 'reason'))];
};

/** Retiring a plan profile. */
export const retirePlanProfileUseCase: UseCase<RetirePlanProfile, PlanProfileState, PlanProfileEvent> = {
  name: 'RetirePlanProfile',
  command: RetirePlanProfile,
  summary: 'Ends a plan profile; what relied on its versions keeps them.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: retirePlanProfile,
};
