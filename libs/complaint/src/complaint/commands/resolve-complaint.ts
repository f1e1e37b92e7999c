import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsText, MayBeAbsent, pick } from '@referral/values';
import type { Complaint, ComplaintState } from '../complaint';
import type { ComplaintEvent } from '../events';
import { happened, transitions } from '../rules';
import { type ComplaintOutcome, complaintOutcomes } from '../vocabulary';
import { ComplaintCommand } from './complaint-command';

/** The complaint is settled. */
export class ResolveComplaint extends ComplaintCommand {
  @IsIn(complaintOutcomes) readonly outcome!: ComplaintOutcome;
  @MayBeAbsent() @IsText(2000) readonly remedy?: string;
}

/** G04. */
export const resolveComplaint = (command: ResolveComplaint, complaint: Complaint): readonly ComplaintEvent[] => {
  if (complaint.stage === 'resolved' && complaint.outcome === command.outcome) return [];
  transitions.require(complaint.stage, 'ResolveComplaint');
  requireOrder(command, complaint.stageSince, `it was ${complaint.stage}`);
  return [happened('ComplaintResolved', command, pick(command, 'outcome', 'remedy'))];
};

/** Resolving a complaint. */
export const resolveComplaintUseCase: UseCase<ResolveComplaint, ComplaintState, ComplaintEvent> = {
  name: 'ResolveComplaint',
  command: ResolveComplaint,
  summary: 'Records what became of the complaint, and what was done about it.',
  roles: ['lead'],
  creates: false,
  generatedIds: [],
  decide: resolveComplaint,
};
