import { requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsId } from '@referral/values';
import type { Office, OfficeState } from '../office';
import type { OfficeEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { OfficeCommand } from './office-command';

/** An office has seen what it was sent. */
export class AcknowledgeEducation extends OfficeCommand {
  @IsId() readonly educationId!: string;
}

/** O03. */
export const acknowledgeEducation = (command: AcknowledgeEducation, office: Office): readonly OfficeEvent[] => {
  const { educationId } = command;
  const known = office.education.find((one) => one.sent.educationId === educationId);
  if (!known) throw refusal('EDUCATION_NOT_FOUND');
  if (known.acknowledgedAt !== null) return [];
  requireOrder(command, known.sentAt, 'it was sent');
  transitions.require(office.stage, 'AcknowledgeEducation');
  return [happened('EducationAcknowledged', command, { educationId })];
};

/** Acknowledging education. */
export const acknowledgeEducationUseCase: UseCase<AcknowledgeEducation, OfficeState, OfficeEvent> = {
  name: 'AcknowledgeEducation',
  command: AcknowledgeEducation,
  summary: 'Records that the office has seen what it was sent.',
  roles: ['coordinator', 'referring_party', 'integration'],
  creates: false,
  generatedIds: [],
  decide: acknowledgeEducation,
};
