import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { ArrayUnique } from 'class-validator';
import { IsAfter, IsId, IsInstant, IsList, MayBeAbsent, pick } from '@referral/values';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone is away, and others stand in. */
export class RecordAbsence extends StaffCommand {
  @MayBeAbsent() @IsId() readonly absenceId!: string;
  @IsInstant() readonly from!: string;
  @IsInstant() @IsAfter('from') readonly to!: string;
  @MayBeAbsent() @IsList(20) @ArrayUnique() @IsId({ each: true }) readonly cover: readonly string[] = [];
}

/** F05. Whoever is away does not stand in. */
export const recordAbsence = (command: RecordAbsence, member: StaffMember): readonly StaffEvent[] => {
  const absence = pick(command, 'absenceId', 'from', 'to', 'cover');
  const known = member.absences.find(({ absenceId }) => absenceId === command.absenceId);
  if (known && alreadySaid(known, absence)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'This absence was recorded before, and otherwise.');
  if (absence.cover.includes(member.staffId))
    throw refusal('COVER_NOT_POSSIBLE', undefined, { staffId: member.staffId });
  transitions.require(member.stage, 'RecordAbsence');
  return [happened('AbsenceRecorded', command, absence)];
};

/** Recording an absence. */
export const recordAbsenceUseCase: UseCase<RecordAbsence, StaffState, StaffEvent> = {
  name: 'RecordAbsence',
  command: RecordAbsence,
  summary: 'Records when a member of staff is away, and who stands in.',
  roles: ['admin', 'lead', 'coordinator'],
  creates: false,
  generatedIds: ['absenceId'],
  decide: recordAbsence,
};
