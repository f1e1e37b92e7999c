import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { type Channel, channels } from '@referral/values';
import type { Complaint, ComplaintState } from '../complaint';
import type { ComplaintEvent } from '../events';
import { happened, transitions } from '../rules';
import { ComplaintCommand } from './complaint-command';

/** Whoever complained has heard that we know. */
export class AcknowledgeComplaint extends ComplaintCommand {
  @IsIn(channels) readonly channel!: Channel;
}

/** G02. What is further on was acknowledged. */
export const acknowledgeComplaint = (
  command: AcknowledgeComplaint,
  complaint: Complaint,
): readonly ComplaintEvent[] => {
  if (complaint.stage !== 'received') return [];
  transitions.require(complaint.stage, 'AcknowledgeComplaint');
  requireOrder(command, complaint.stageSince, 'the complaint came in');
  return [happened('ComplaintAcknowledged', command, { by: command.issued.actor.userId, channel: command.channel })];
};

/** Acknowledging a complaint. */
export const acknowledgeComplaintUseCase: UseCase<AcknowledgeComplaint, ComplaintState, ComplaintEvent> = {
  name: 'AcknowledgeComplaint',
  command: AcknowledgeComplaint,
  summary: 'Records that whoever complained was told that it came in.',
  roles: ['lead', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: acknowledgeComplaint,
};
