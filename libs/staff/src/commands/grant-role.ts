import type { UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { type Role, roles } from '@referral/values';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone may do more. */
export class GrantRole extends StaffCommand {
  @IsIn(roles) readonly role!: Role;
}

/** F02. */
export const grantRole = (command: GrantRole, member: StaffMember): readonly StaffEvent[] => {
  if (member.roles.includes(command.role)) return [];
  transitions.require(member.stage, 'GrantRole');
  return [happened('RoleGranted', command, { role: command.role })];
};

/** Granting a role. */
export const grantRoleUseCase: UseCase<GrantRole, StaffState, StaffEvent> = {
  name: 'GrantRole',
  command: GrantRole,
  summary: 'Gives a role to a member of staff.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: grantRole,
};
