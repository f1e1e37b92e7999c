import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsText } from '@referral/values';
import type { Complaint, ComplaintState } from '../complaint';
import type { ComplaintEvent } from '../events';
import { happened, transitions } from '../rules';
import { ComplaintCommand } from './complaint-command';

/** It is known what happened. */
export class InvestigateComplaint extends ComplaintCommand {
  @IsText(10_000) readonly findings!: string;
}

/** G03. More can be found out later. */
export const investigateComplaint = (
  command: InvestigateComplaint,
  complaint: Complaint,
): readonly ComplaintEvent[] => {
  transitions.require(complaint.stage, 'InvestigateComplaint');
  requireOrder(command, complaint.stageSince, `it was ${complaint.stage}`);
  const { findings, issued, occurredAt } = command;
  if (complaint.stage === 'investigated' && complaint.stageSince === occurredAt) return [];
  return [happened('ComplaintInvestigated', command, { by: issued.actor.userId, findings })];
};

/** Investigating a complaint. */
export const investigateComplaintUseCase: UseCase<InvestigateComplaint, ComplaintState, ComplaintEvent> = {
  name: 'InvestigateComplaint',
  command: InvestigateComplaint,
  summary: 'Records what was found out.',
  roles: ['lead'],
  creates: false,
  generatedIds: [],
  decide: investigateComplaint,
};
