import { publishRequirementSetUseCase } from './publish-requirement-set';
import { publishRequirementSetVersionUseCase } from './publish-requirement-set-version';
import { retireRequirementSetUseCase } from './retire-requirement-set';

/** What can be done with a requirement set, in the order of its life. */
export const useCases = [
  publishRequirementSetUseCase,
  publishRequirementSetVersionUseCase,
  retireRequirementSetUseCase,
];
