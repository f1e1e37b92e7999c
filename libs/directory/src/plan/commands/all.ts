import { publishPlanProfileUseCase } from './publish-plan-profile';
import { publishPlanProfileVersionUseCase } from './publish-plan-profile-version';
import { retirePlanProfileUseCase } from './retire-plan-profile';

/** What can be done with a plan profile, in the order of its life. */
export const useCases = [publishPlanProfileUseCase, publishPlanProfileVersionUseCase, retirePlanProfileUseCase];
