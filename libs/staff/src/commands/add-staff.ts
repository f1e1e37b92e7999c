import type { CreatingUseCase } from '@referral/eventsourcing';
import { IsId, IsText, pick } from '@referral/values';
import type { StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, refusal } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone works on referrals from now on. */
export class AddStaff extends StaffCommand {
  @IsId() readonly userId!: string;
  @IsText(200) readonly displayName!: string;
  @IsText(100) readonly team!: string;
}

/** F01. */
export const addStaff = (command: AddStaff, member: StaffState): readonly StaffEvent[] => {
  const person = pick(command, 'staffId', 'userId', 'displayName', 'team');
  if (member.stage === 'none') return [happened('StaffAdded', command, person)];
  if (member.userId === person.userId && member.team === person.team && member.displayName === person.displayName)
    return [];
  throw refusal('CONTRADICTS_RECORD', 'This member of staff was added before, and otherwise.');
};

/** Adding a member of staff. */
export const addStaffUseCase: CreatingUseCase<AddStaff, StaffState, StaffEvent> = {
  name: 'AddStaff',
  command: AddStaff,
  summary: 'Adds someone who works on referrals.',
  roles: ['admin', 'lead'],
  creates: true,
  generatedIds: [],
  decide: addStaff,
};
