import { requireOrder } from '@referral/eventsourcing';
import { IsId, MayBeAbsent, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { refusal } from '../invariants';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** The item says what another one, or a referral, says already. */
export class MarkIntakeDuplicate extends IntakeCommand {
  @MayBeAbsent() @IsId() readonly ofIntakeId?: string;
  @MayBeAbsent() @IsId() readonly ofReferralId?: string;
}

const requireOriginal = ({ intakeId, ofIntakeId, ofReferralId }: MarkIntakeDuplicate): void => {
  if (ofIntakeId === undefined && ofReferralId === undefined)
    throw refusal('VALIDATION_FAILED', 'Say of which intake item or of which referral it is a duplicate.');
  if (ofIntakeId === intakeId) throw refusal('VALIDATION_FAILED', 'Nothing is a duplicate of itself.');
};

/** N14. */
export const markIntakeDuplicate = (command: MarkIntakeDuplicate, item: ReceivedItem): readonly IntakeEvent[] => {
  const { ofIntakeId = null, ofReferralId = null } = command;
  if (item.stage === 'duplicate' && item.ofIntakeId === ofIntakeId && item.ofReferralId === ofReferralId) return [];
  intakeTransitions.require(item.stage, 'MarkIntakeDuplicate');
  requireOriginal(command);
  requireOrder(command, item.stageSince, `it was ${item.stage}`);
  return [happened('IntakeItemMarkedDuplicate', command, pick(command, 'ofIntakeId', 'ofReferralId'))];
};

/** The decision that an item is known already. */
export const markIntakeDuplicateUseCase: UseCase<MarkIntakeDuplicate> = {
  name: 'MarkIntakeDuplicate',
  command: MarkIntakeDuplicate,
  summary: 'Says that the item is a duplicate of another one, or of a referral.',
  roles: ['intake'],
  creates: false,
  generatedIds: [],
  decide: markIntakeDuplicate,
};
