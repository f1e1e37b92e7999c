import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { ValidateIf } from 'class-validator';
import { IsLanguageTag, IsText, MayBeAbsent, pick } from '@referral/values';
import type { StaffMember, StaffState } from '../staff-member';
import type { StaffEvent } from '../events';
import { happened, transitions } from '../rules';
import { StaffCommand } from './staff-command';

/** Someone knows a specialty or speaks a language. */
export class AddSkill extends StaffCommand {
  /** Needed where no language is named. */
  @ValidateIf(({ specialty, language }: AddSkill) => specialty !== undefined || language === undefined)
  @IsText(100)
  readonly specialty?: string;
  @MayBeAbsent() @IsLanguageTag() readonly language?: string;
}

/** F04. */
export const addSkill = (command: AddSkill, member: StaffMember): readonly StaffEvent[] => {
  const skill = pick(command, 'specialty', 'language');
  if (member.skills.some((known) => alreadySaid(known, skill))) return [];
  transitions.require(member.stage, 'AddSkill');
  return [happened('SkillAdded', command, skill)];
};

/** Adding a skill. */
export const addSkillUseCase: UseCase<AddSkill, StaffState, StaffEvent> = {
  name: 'AddSkill',
  command: AddSkill,
  summary: 'Says which specialty a member of staff knows, or which language.',
  roles: ['admin', 'lead'],
  creates: false,
  generatedIds: [],
  decide: addSkill,
};
