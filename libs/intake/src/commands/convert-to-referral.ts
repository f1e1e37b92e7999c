import { requireOrder } from '@referral/eventsourcing';
import { IsId } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { refusal } from '../invariants';
import { type KnownReferral, requireSamePatient } from '../known-referral';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** A referral has been made of the item. */
export class ConvertToReferral extends IntakeCommand {
  @IsId() readonly referralId!: string;
  /** The referral as it was looked up, `null` when there is none; never part of a body. */
  readonly referral!: KnownReferral | null;
}

/** I06: an external id that stands for a referral does not make another one. */
const requireNoOther = ({ possibleDuplicates }: ReceivedItem, referralId: string): void => {
  const flag = possibleDuplicates.find(
    ({ basis, referralIds }) => basis === 'external_id' && !referralIds.includes(referralId),
  );
  const [owner] = flag?.referralIds ?? [];
  if (owner !== undefined)
    throw refusal('DUPLICATE_EXTERNAL_ID', `The external id belongs to referral ${owner}. Attach the item to it.`, {
      referralId: owner,
    });
};

/** N11. */
export const convertToReferral = (command: ConvertToReferral, item: ReceivedItem): readonly IntakeEvent[] => {
  const { referralId } = command;
  if (item.stage === 'converted' && item.referralId === referralId) return [];
  intakeTransitions.require(item.stage, 'ConvertToReferral');
  requireNoOther(item, referralId);
  const referral = requireSamePatient(item, command.referral);
  if (referral.intakeId !== null && referral.intakeId !== item.intakeId)
    throw refusal('CONTRADICTS_RECORD', 'The referral was made of another item. Attach this one to it.');
  requireOrder(command, item.stageSince, 'its patient was known');
  return [happened('IntakeItemConverted', command, { referralId })];
};

/** The conversion of an item. */
export const convertToReferralUseCase: UseCase<ConvertToReferral> = {
  name: 'ConvertToReferral',
  command: ConvertToReferral,
  summary: 'Says which referral was made of the item; the referral was received before.',
  roles: ['intake', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: convertToReferral,
};
