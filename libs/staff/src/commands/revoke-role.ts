import type { UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsValue, MayBeAbsent, pick, type Reason, ReasonValue, type Role, roles } from '@referral/values';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone may do less. */
export class RevokeRole extends StaffCommand {
  @IsIn(roles) readonly role!: Role;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** F03. */
export const revokeRole = (command: RevokeRole, member: StaffMember): readonly StaffEvent[] => {
  if (!member.roles.includes(command.role)) return [];
  transitions.require(member.stage, 'RevokeRole');
  return [happened('RoleRevoked', command, pick(command, 'role', 'reason'))];
};

/** Revoking a role. */
export const revokeRoleUseCase: UseCase<RevokeRole, StaffState, StaffEvent> = {
  name: 'RevokeRole',
  command: RevokeRole,
  summary: 'Takes a role from a member of staff.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: revokeRole,
};
