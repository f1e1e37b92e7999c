import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { type Channel, channels, IsTimeOfDay, IsValue, MayBeAbsent, pick } from '@referral/values';
import type { Patient, PatientState } from '../patient';
import type { PatientEvent } from '../events';
import { happened } from '../rules';
import { requirePossible } from '../require-possible';
import { PatientCommand } from './patient-command';

/** Hours in which a patient may be called, on the patient's clock. */
export class ContactHours {
  @IsTimeOfDay() readonly from!: string;
  @IsTimeOfDay() readonly to!: string;
}

/** A patient says how to be reached. */
export class SetContactPreference extends PatientCommand {
  @IsIn(channels) readonly channel!: Channel;
  @MayBeAbsent() @IsValue(() => ContactHours) readonly hours?: ContactHours;
  @IsBoolean() readonly doNotCall!: boolean;
  @IsBoolean() readonly voicemailOk!: boolean;
  @IsBoolean() readonly portalActive!: boolean;
}

/** H03. */
export const setContactPreference = (command: SetContactPreference, patient: Patient): readonly PatientEvent[] => {
  const preference = pick(command, 'channel', 'hours', 'doNotCall', 'voicemailOk', 'portalActive');
  if (patient.contact && alreadySaid(patient.contact, preference)) return [];
  requirePossible(patient, 'SetContactPreference');
  return [happened('ContactPreferenceSet', command, preference)];
};

/** Setting how a patient is reached. */
export const setContactPreferenceUseCase: UseCase<SetContactPreference, PatientState, PatientEvent> = {
  name: 'SetContactPreference',
  command: SetContactPreference,
  summary: 'Sets how and when the patient wants to be reached, and what must not be done.',
  roles: ['intake', 'coordinator', 'integration', 'patient_proxy'],
  creates: false,
  generatedIds: [],
  decide: setContactPreference,
};
