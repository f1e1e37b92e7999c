import type { UseCase } from '@referral/eventsourcing';
import { IsText } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened, refusal } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

const approvalsNeeded = 2;

/** Someone answers for making the data of a patient unreadable for ever. */
export class ApproveKeyDestruction extends PatientCommand {
  @IsText(500) readonly legalBasis!: string;
}

/** H10. One person counts once, however often that person approves. */
export const approveKeyDestruction = (command: ApproveKeyDestruction, patient: Patient): readonly PatientEvent[] => {
  const { legalBasis, issued } = command;
  const approvedBy = issued.actor.userId;
  const earlier = patient.keyDestruction;
  if (earlier.some((one) => one.approvedBy === approvedBy)) return [];
  if (earlier.some((one) => one.legalBasis !== legalBasis))
    throw refusal('CONTRADICTS_RECORD', 'Both approvals name the same legal basis.', { legalBasis });
  requirePossible(patient, 'ApproveKeyDestruction');
  const approved = happened('KeyDestructionApproved', command, { approvedBy, legalBasis });
  const both = [...earlier.map((one) => one.approvedBy), approvedBy];
  if (both.length < approvalsNeeded) return [approved];
  return [approved, happened('PatientKeyDestroyed', command, { approvedBy: both, legalBasis })];
};

/** Approving that the key of a patient is destroyed. */
export const approveKeyDestructionUseCase: UseCase<ApproveKeyDestruction, PatientState, PatientEvent> = {
  name: 'ApproveKeyDestruction',
  command: ApproveKeyDestruction,
  summary: 'Approves that the key of the patient is destroyed; the second person who does makes it so.',
  roles: ['privacy_officer'],
  creates: false,
  generatedIds: [],
  decide: approveKeyDestruction,
};
