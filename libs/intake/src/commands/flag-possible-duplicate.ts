import { IsIn } from 'class-validator';
import { IsId, IsList, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { DuplicateFlag, ReceivedItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { duplicateBases, type DuplicateBasis } from '../vocabulary';
import { IntakeCommand } from './intake-command';

/** A machine names referrals that may say the same. */
export class FlagPossibleDuplicate extends IntakeCommand {
  @IsList(50, 1) @IsId({ each: true }) readonly referralIds!: readonly string[];
  @IsIn(duplicateBases) readonly basis!: DuplicateBasis;
}

const same = (one: DuplicateFlag, other: DuplicateFlag): boolean =>
  one.basis === other.basis && one.referralIds.join(' ') === other.referralIds.join(' ');

/** N08 and N09. The same person and service may rightly be two referrals, so that nothing is stopped by it. */
export const flagPossibleDuplicate = (command: FlagPossibleDuplicate, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.possibleDuplicates.some((known) => same(known, command))) return [];
  intakeTransitions.require(item.stage, 'FlagPossibleDuplicate');
  return [happened('PossibleDuplicateFlagged', command, pick(command, 'referralIds', 'basis'))];
};

/** The hint that an item may be known already. */
export const flagPossibleDuplicateUseCase: UseCase<FlagPossibleDuplicate> = {
  name: 'FlagPossibleDuplicate',
  command: FlagPossibleDuplicate,
  summary: 'Names referrals that may say the same as the item, and why.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: flagPossibleDuplicate,
};
