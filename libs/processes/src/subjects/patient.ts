import { patientAggregate, type PatientEvent, type PatientState } from '@referral/patient';
import type { Subject } from '../process';

/** The profile of a patient, as its own rules see it: without anything that tells who it is. */
export const patientSubject: Subject<PatientState, PatientEvent> = {
  category: patientAggregate.category,
  initialView: patientAggregate.decider.initialState,
  evolve: (view, fact) => patientAggregate.decider.evolve(view, fact),
};
