import { sameJson, type UseCase } from '@referral/eventsourcing';
import { IsInt, Max, Min } from 'class-validator';
import { IsId, IsText, IsValue, MayBeAbsent, pick, type Validity, ValidityValue } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened, refusal } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** A payer covers a patient. */
export class AddCoverage extends PatientCommand {
  @MayBeAbsent() @IsId() readonly coverageId!: string;
  @IsId() readonly payerId!: string;
  @IsId() readonly planId!: string;
  @IsText(100) readonly memberId!: string;
  @MayBeAbsent() @IsText(100) readonly groupId?: string;
  @IsInt() @Min(1) @Max(10) readonly order!: number;
  @IsValue(() => ValidityValue) readonly period!: Validity;
}

/** H05. */
export const addCoverage = (command: AddCoverage, patient: Patient): readonly PatientEvent[] => {
  const { coverageId, memberId } = command;
  const said = pick(command, 'coverageId', 'payerId', 'planId', 'order', 'period');
  const known = patient.coverages.find((one) => one.coverageId === coverageId);
  if (known && sameJson({ ...known, endsOn: undefined }, said)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'This coverage was added before, and otherwise.');
  requirePossible(patient, 'AddCoverage');
  return [happened('CoverageAdded', command, { ...said, ...pick(command, 'groupId'), memberId })];
};

/** Adding a coverage. */
export const addCoverageUseCase: UseCase<AddCoverage, PatientState, PatientEvent> = {
  name: 'AddCoverage',
  command: AddCoverage,
  summary: 'Adds a coverage; order 1 pays first.',
  roles: ['intake', 'coordinator', 'integration', 'auth_specialist'],
  creates: false,
  generatedIds: ['coverageId'],
  decide: addCoverage,
};
