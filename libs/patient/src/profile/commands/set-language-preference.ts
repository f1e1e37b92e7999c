import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsBoolean } from 'class-validator';
import { IsId, IsLanguageTag, MayBeAbsent, pick } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** A patient says in which language to be spoken to. */
export class SetLanguagePreference extends PatientCommand {
  @IsLanguageTag() readonly language!: string;
  @MayBeAbsent() @IsLanguageTag() readonly written?: string;
  @IsBoolean() readonly interpreterNeeded!: boolean;
  @IsId() readonly assessedBy!: string;
}

/** H04. */
export const setLanguagePreference = (command: SetLanguagePreference, patient: Patient): readonly PatientEvent[] => {
  const preference = pick(command, 'language', 'written', 'interpreterNeeded', 'assessedBy');
  if (patient.language && alreadySaid(patient.language, preference)) return [];
  requirePossible(patient, 'SetLanguagePreference');
  return [happened('LanguagePreferenceSet', command, preference)];
};

/** Setting the language of a patient. */
export const setLanguagePreferenceUseCase: UseCase<SetLanguagePreference, PatientState, PatientEvent> = {
  name: 'SetLanguagePreference',
  command: SetLanguagePreference,
  summary: 'Sets the language of the patient, and whether an interpreter is needed.',
  roles: ['intake', 'coordinator', 'integration', 'patient_proxy'],
  creates: false,
  generatedIds: [],
  decide: setLanguagePreference,
};
