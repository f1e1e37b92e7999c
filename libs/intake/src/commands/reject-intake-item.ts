import { requireOrder } from '@referral/eventsourcing';
import { IsValue, MayBeAbsent, type Reason, ReasonValue, requireListedReason } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { rejectReasons } from '../reasons';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** The item is nothing for us. */
export class RejectIntakeItem extends IntakeCommand {
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** N13. */
export const rejectIntakeItem = (command: RejectIntakeItem, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.stage === 'rejected' && item.reasonCode === command.reason?.code) return [];
  intakeTransitions.require(item.stage, 'RejectIntakeItem');
  const reason = requireListedReason(rejectReasons, command.reason);
  requireOrder(command, item.stageSince, `it was ${item.stage}`);
  return [happened('IntakeItemRejected', command, { reason })];
};

/** The rejection of an item. */
export const rejectIntakeItemUseCase: UseCase<RejectIntakeItem> = {
  name: 'RejectIntakeItem',
  command: RejectIntakeItem,
  summary: 'Rejects the item with a reason; wrong_recipient means that patient data may have gone astray.',
  roles: ['intake', 'lead'],
  creates: false,
  generatedIds: [],
  decide: rejectIntakeItem,
};
