import type { RequirementSetEvent } from './events';
import type { RequirementSetState } from './published-requirement-set';

/** The requirement set after one more fact. */
export const evolveRequirementSet = (
  requirementSet: RequirementSetState,
  event: RequirementSetEvent,
): RequirementSetState => {
  if (event.type === 'RequirementSetRetired')
    return requirementSet.stage === 'none'
      ? requirementSet
      : { ...requirementSet, stage: 'retired', retiredAt: event.occurredAt };
  const { lateEntry: _, ...version } = event.data;
  if (requirementSet.stage !== 'none') return { ...requirementSet, versions: [...requirementSet.versions, version] };
  return {
    stage: 'published',
    requirementSetId: version.requirementSetId,
    since: event.occurredAt,
    retiredAt: null,
    versions: [version],
  };
};
