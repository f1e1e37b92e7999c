import type { PatientEvent, PatientState } from '@referral/patient';
import { ReflectPatientDeath, referralAggregate } from '@referral/referral';
import { send } from './errand';
import type { Process } from './process';
import { eachFound, search } from './question';
import { patientSubject } from './subjects/patient';

/** Tells the open referrals of a patient that the patient has died. */
export const deathNotice: Process<PatientState, PatientEvent> = {
  name: 'deathnotice',
  subject: patientSubject,
  react: (trigger, patient) => {
    if (patient.stage !== 'deceased') return [];
    if (trigger.kind === 'fact')
      return trigger.fact.type === 'PatientDied' ? [search('patientId', patient.patientId)] : [];
    return eachFound(trigger, (referralId) =>
      send(referralAggregate, referralId, ReflectPatientDeath, { source: 'patient_record' }),
    );
  },
};
