import type { UseCase } from '@referral/eventsourcing';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { IsId, MayBeAbsent, pick } from '@referral/values';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone has passed a course. */
export class CompleteTraining extends StaffCommand {
  @IsId() readonly courseId!: string;
  @IsInt() @Min(1) @Max(10_000) readonly version!: number;
  @MayBeAbsent() @IsNumber() @Min(0) @Max(100) readonly score?: number;
}

/** F07. A course passed in a later version is passed in an earlier one. */
export const completeTraining = (command: CompleteTraining, member: StaffMember): readonly StaffEvent[] => {
  const { courseId, version } = command;
  if (member.trainings.some((known) => known.courseId === courseId && known.version >= version)) return [];
  transitions.require(member.stage, 'CompleteTraining');
  return [happened('TrainingCompleted', command, pick(command, 'courseId', 'version', 'score'))];
};

/** Completing a training. */
export const completeTrainingUseCase: UseCase<CompleteTraining, StaffState, StaffEvent> = {
  name: 'CompleteTraining',
  command: CompleteTraining,
  summary: 'Records that a member of staff has passed a course in some version.',
  roles: ['admin', 'lead', 'integration'],
  creates: false,
  generatedIds: [],
  decide: completeTraining,
};
