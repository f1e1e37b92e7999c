import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { PatientCommand } from './commands/patient-command';
import type { PatientState } from './patient';
import { type PatientEvent, patientEventTypes } from './events';
import { evolvePatient } from './evolve';
import { patientInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<PatientCommand, PatientState, PatientEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolvePatient,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('PATIENT_NOT_FOUND'),
  beganAt: ({ registeredAt }) => registeredAt,
});

/** Everything that the command handler needs to run profiles of patients. */
export const patientAggregate: Aggregate<PatientCommand, PatientState, PatientEvent> = {
  category: 'patient',
  collection: 'patients',
  idField: 'patientId',
  decider,
  commands: useCases,
  events: patientEventTypes,
  upcasters: {},
  invariants: patientInvariants,
  allowedActions,
  patientOf: (state) => (state.stage === 'none' ? undefined : state.patientId),
  stageOf: ({ stage }) => stage,
  sensitivityOf: (state) => (state.stage === 'none' ? [] : state.sensitivity),
};
