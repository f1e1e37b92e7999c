import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsId, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { type KnownReferral, requireSamePatient } from '../known-referral';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { attachments, type Attachment } from '../vocabulary';
import { IntakeCommand } from './intake-command';

/** The item belongs to a referral that exists. */
export class AttachToReferral extends IntakeCommand {
  @IsId() readonly referralId!: string;
  @IsIn(attachments) readonly as!: Attachment;
  /** The referral as it was looked up, `null` when there is none; never part of a body. */
  readonly referral!: KnownReferral | null;
}

/** N12. */
export const attachToReferral = (command: AttachToReferral, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.stage === 'attached' && item.referralId === command.referralId && item.as === command.as) return [];
  intakeTransitions.require(item.stage, 'AttachToReferral');
  requireSamePatient(item, command.referral);
  requireOrder(command, item.stageSince, 'its patient was known');
  return [happened('IntakeItemAttached', command, pick(command, 'referralId', 'as'))];
};

/** The filing of an item under a referral. */
export const attachToReferralUseCase: UseCase<AttachToReferral> = {
  name: 'AttachToReferral',
  command: AttachToReferral,
  summary: 'Files the item under a referral that exists, and says as what.',
  roles: ['intake', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: attachToReferral,
};
