import { IsValue, MayBeAbsent } from '@referral/values';
import { completenessReached, unmet } from '../completeness';
import type { ReferralEvent } from '../events/referral-event';
import { defaultRequirements } from '../policies';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type RequirementSetRef, RequirementSetRefValue } from '../values/requirement-set';
import { ReferralCommand } from './referral-command';

/** The last mandatory item of the checklist is met. */
export class ConfirmComplete extends ReferralCommand {
  /** The checklist by which it was found complete: the one that the referral is held to. */
  @MayBeAbsent() @IsValue(() => RequirementSetRefValue) readonly requirementSet?: RequirementSetRef;
}

const isHeldTo = (told: RequirementSetRef, known: RequirementSetRef): boolean =>
  told.requirementSetId === known.requirementSetId && told.requirementSetVersion === known.requirementSetVersion;

const requireMet = ({ facets }: RegisteredReferral, at?: string): void => {
  const missing = unmet(facets.completeness, at);
  if (missing.length > 0) throw refusal('INCOMPLETE_REFERRAL', 'Mandatory items are not met yet.', { missing });
};

/** T39. */
export const confirmComplete = (command: ConfirmComplete, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { completeness } = referral.facets;
  if (completeness.reachedAt !== null) return [];
  requireTransition(referral, 'ConfirmComplete');
  const { requirementSet } = command;
  if (requirementSet && !isHeldTo(requirementSet, completeness.requirementSet ?? defaultRequirements))
    throw refusal('CONTRADICTS_RECORD', 'The referral is held to another checklist.');
  requireMet(referral, command.occurredAt);
  return [completenessReached(command, referral.registration.receivedAt, completeness.requirementSet)];
};

/** Saying that a referral is complete. */
export const confirmCompleteUseCase: UseCase<ConfirmComplete> = {
  name: 'ConfirmComplete',
  command: ConfirmComplete,
  summary: 'Confirms that every mandatory item of the checklist is verified or waived.',
  roles: ['system', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: confirmComplete,
  possible: (referral) => requireMet(referral),
};
