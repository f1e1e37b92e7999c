import { CommandBody } from '@referral/values';

/** What every command about a patient carries. */
export abstract class PatientCommand extends CommandBody {
  readonly patientId!: string;
}
