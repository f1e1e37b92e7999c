import type { UseCase } from '@referral/eventsourcing';
import { IsValue, pick, type Reason, ReasonValue } from '@referral/values';
import type { PublishedRequirementSet, RequirementSetState } from '../published-requirement-set';
import type { RequirementSetEvent } from '../events';
import { happened, transitions } from '../rules';
import { RequirementSetCommand } from './requirement-set-command';

/** A requirement set is no longer used. */
export class RetireRequirementSet extends RequirementSetCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** N03. */
export const retireRequirementSet = (
  command: RetireRequirementSet,
  requirementSet: PublishedRequirementSet,
): readonly RequirementSetEvent[] => {
  if (requirementSet.stage === 'retired') return [];
  transitions.require(requirementSet.stage, 'RetireRequirementSet');
  return [happened('RequirementSetRetired', command, pick(command, 'reason'))];
};

/** Retiring a requirement set. */
export const retireRequirementSetUseCase: UseCase<RetireRequirementSet, RequirementSetState, RequirementSetEvent> = {
  name: 'RetireRequirementSet',
  command: RetireRequirementSet,
  summary: 'Ends a requirement set; what relied on its versions keeps them.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: retireRequirementSet,
};
