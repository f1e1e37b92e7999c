import type { CreatingUseCase } from '@referral/eventsourcing';
import { IsCalendarDate, IsText } from '@referral/values';
import type { PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened } from '../rules';
import { Demographics, demographicsOf } from './demographics';

/** Somebody is known as a patient. */
export class RegisterPatient extends Demographics {
  @IsText(200) override readonly name!: string;
  @IsCalendarDate() override readonly birthDate!: string;
}

/** H01. Who it is cannot be compared: that is patient data and not part of what rules see. */
export const registerPatient = (command: RegisterPatient, patient: PatientState): readonly PatientEvent[] => {
  if (patient.stage !== 'none') return [];
  const blank = { identifiers: [], addresses: [], phones: [] };
  const { patientId, name, birthDate } = command;
  return [happened('PatientRegistered', command, { patientId, ...blank, ...demographicsOf(command), name, birthDate })];
};

/** Registering a patient. */
export const registerPatientUseCase: CreatingUseCase<RegisterPatient, PatientState, PatientEvent> = {
  name: 'RegisterPatient',
  command: RegisterPatient,
  summary: 'Registers a patient; what tells who it is is encrypted with a key of their own.',
  roles: ['intake', 'coordinator', 'integration'],
  creates: true,
  generatedIds: [],
  decide: registerPatient,
};
