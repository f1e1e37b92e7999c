import type { UseCase } from '@referral/eventsourcing';
import type { PublishedRequirementSet, RequirementSetState } from '../published-requirement-set';
import type { RequirementSetEvent } from '../events';
import { transitions } from '../rules';
import { publishRequirementSetContent, RequirementSetContent } from './requirement-set-content';

/** A specialty asks for something else, from now on or later. */
export class PublishRequirementSetVersion extends RequirementSetContent {}

/** N02, I47. */
export const publishRequirementSetVersion = (
  command: PublishRequirementSetVersion,
  requirementSet: PublishedRequirementSet,
): readonly RequirementSetEvent[] => {
  const published = publishRequirementSetContent(command, requirementSet);
  if (published.length > 0) transitions.require(requirementSet.stage, 'PublishRequirementSetVersion');
  return published;
};

/** Changing a requirement set. */
export const publishRequirementSetVersionUseCase: UseCase<
  PublishRequirementSetVersion,
  RequirementSetState,
  RequirementSetEvent
> = {
  name: 'PublishRequirementSetVersion',
  command: PublishRequirementSetVersion,
  summary: 'Publishes the next version of a requirement set; versions never change.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: publishRequirementSetVersion,
};
