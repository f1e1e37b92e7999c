import type { UseCase } from '@referral/eventsourcing';
import { IsInt, Max, Min } from 'class-validator';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** It is said how many open referrals someone takes. */
export class SetCapacity extends StaffCommand {
  @IsInt() @Min(0) @Max(10_000) readonly maxOpen!: number;
}

/** F06. */
export const setCapacity = (command: SetCapacity, member: StaffMember): readonly StaffEvent[] => {
  if (member.maxOpen === command.maxOpen) return [];
  transitions.require(member.stage, 'SetCapacity');
  return [happened('CapacitySet', command, { maxOpen: command.maxOpen })];
};

/** Setting the capacity of a member of staff. */
export const setCapacityUseCase: UseCase<SetCapacity, StaffState, StaffEvent> = {
  name: 'SetCapacity',
  command: SetCapacity,
  summary: 'Sets how many open referrals a member of staff takes.',
  roles: ['admin', 'lead'],
  creates: false,
  generatedIds: [],
  decide: setCapacity,
};
