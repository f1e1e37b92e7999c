import type { CreatingUseCase } from '@referral/eventsourcing';
import type { RequirementSetState } from '../published-requirement-set';
import type { RequirementSetEvent } from '../events';
import { publishRequirementSetContent, RequirementSetContent } from './requirement-set-content';

/** The first version of a requirement set. */
export class PublishRequirementSet extends RequirementSetContent {}

/** The first version, whatever has followed it. */
export const publishRequirementSet = (
  command: PublishRequirementSet,
  requirementSet: RequirementSetState,
): readonly RequirementSetEvent[] => {
  return publishRequirementSetContent(command, requirementSet, command.version ?? 1);
};

/** Beginning a requirement set. */
export const publishRequirementSetUseCase: CreatingUseCase<
  PublishRequirementSet,
  RequirementSetState,
  RequirementSetEvent
> = {
  name: 'PublishRequirementSet',
  command: PublishRequirementSet,
  summary: 'Publishes the first version of a requirement set.',
  roles: ['admin'],
  creates: true,
  generatedIds: [],
  decide: publishRequirementSet,
};
