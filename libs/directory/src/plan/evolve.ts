import type { PlanProfileEvent } from './events';
import type { PlanProfileState } from './published-plan-profile';

/** The plan profile after one more fact. */
export const evolvePlanProfile = (planProfile: PlanProfileState, event: PlanProfileEvent): PlanProfileState => {
  if (event.type === 'PlanProfileRetired')
    return planProfile.stage === 'none' ? planProfile : { ...planProfile, stage: 'retired' };
  const { lateEntry: _, ...version } = event.data;
  if (planProfile.stage !== 'none') return { ...planProfile, versions: [...planProfile.versions, version] };
  return { stage: 'published', planId: version.planId, since: event.occurredAt, versions: [version] };
};
