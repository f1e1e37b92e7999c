import type { UseCase } from '@referral/eventsourcing';
import { IsCalendarDate, IsId } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened, refusal } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** A payer no longer covers a patient. */
export class TerminateCoverage extends PatientCommand {
  @IsId() readonly coverageId!: string;
  @IsCalendarDate() readonly endsOn!: string;
}

/** H06. The newest word on the last day holds. */
export const terminateCoverage = (command: TerminateCoverage, patient: Patient): readonly PatientEvent[] => {
  const { coverageId, endsOn } = command;
  const known = patient.coverages.find((one) => one.coverageId === coverageId);
  if (!known) throw refusal('COVERAGE_NOT_FOUND');
  if (known.endsOn === endsOn) return [];
  requirePossible(patient, 'TerminateCoverage');
  return [happened('CoverageTerminated', command, { coverageId, endsOn })];
};

/** Terminating a coverage. */
export const terminateCoverageUseCase: UseCase<TerminateCoverage, PatientState, PatientEvent> = {
  name: 'TerminateCoverage',
  command: TerminateCoverage,
  summary: 'Ends a coverage with a last covered day.',
  roles: ['intake', 'coordinator', 'integration', 'auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: terminateCoverage,
};
