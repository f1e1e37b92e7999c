import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { type Channel, channels, IsId, IsText, MayBeAbsent, pick } from '@referral/values';
import type { Office, OfficeState } from '../office';
import type { OfficeEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { OfficeCommand } from './office-command';

/** An office is told how to refer so that nothing is missing. */
export class SendEducation extends OfficeCommand {
  @MayBeAbsent() @IsId() readonly educationId!: string;
  @IsText(200) readonly topic!: string;
  @MayBeAbsent() @IsId() readonly requirementSetId?: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1_000_000) readonly requirementSetVersion?: number;
  @IsIn(channels) readonly channel!: Channel;
  @MayBeAbsent() @IsId() readonly triggeredByReferralId?: string;
}

/** O02. */
export const sendEducation = (command: SendEducation, office: Office): readonly OfficeEvent[] => {
  const sent = {
    ...pick(command, 'educationId', 'topic', 'requirementSetId', 'requirementSetVersion', 'channel'),
    ...pick(command, 'triggeredByReferralId'),
  };
  const known = office.education.find((one) => one.sent.educationId === command.educationId);
  if (known && alreadySaid(known.sent, sent)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'This education was sent before, and otherwise.');
  transitions.require(office.stage, 'SendEducation');
  return [happened('EducationSent', command, sent)];
};

/** Sending education to an office. */
export const sendEducationUseCase: UseCase<SendEducation, OfficeState, OfficeEvent> = {
  name: 'SendEducation',
  command: SendEducation,
  summary: 'Records that the office was sent what a referral has to bring.',
  roles: ['coordinator', 'lead', 'system'],
  creates: false,
  generatedIds: ['educationId'],
  decide: sendEducation,
};
