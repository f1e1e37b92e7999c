import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsValue, type Reason, ReasonValue } from '@referral/values';
import type { Complaint, ComplaintState } from '../complaint';
import type { ComplaintEvent } from '../events';
import { happened, transitions } from '../rules';
import { ComplaintCommand } from './complaint-command';

/** A settled complaint is not settled after all. */
export class ReopenComplaint extends ComplaintCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** G05, I31. */
export const reopenComplaint = (command: ReopenComplaint, complaint: Complaint): readonly ComplaintEvent[] => {
  if (complaint.stage === 'acknowledged') return [];
  transitions.require(complaint.stage, 'ReopenComplaint');
  requireOrder(command, complaint.stageSince, 'it was resolved');
  return [happened('ComplaintReopened', command, { reason: command.reason })];
};

/** Reopening a complaint. */
export const reopenComplaintUseCase: UseCase<ReopenComplaint, ComplaintState, ComplaintEvent> = {
  name: 'ReopenComplaint',
  command: ReopenComplaint,
  summary: 'Takes up a settled complaint again, with the reason.',
  roles: ['lead', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: reopenComplaint,
};
