import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { PatientStage } from './patient';
import type { PatientEvent } from './events';

/** Every code that a command about a patient can be refused with, beside those that all aggregates share. */
export const patientInvariants = {
  PATIENT_NOT_FOUND: invariant(null, 404, 'The patient exists.'),
  COVERAGE_NOT_FOUND: invariant(null, 404, 'The coverage was added to this patient.'),
  PATIENT_DECEASED: invariant('I42', 409, 'After a death nothing is arranged any more.'),
  PATIENT_MERGED: invariant('I43', 409, 'A merged profile is asked for under the id that survived.'),
} as const;

export const refusal = refusals({ ...commonInvariants, ...patientInvariants });

export const happened = factsOf<PatientEvent>();

const commands = [
  'RegisterPatient',
  'UpdateDemographics',
  'SetContactPreference',
  'SetLanguagePreference',
  'AddCoverage',
  'TerminateCoverage',
  'FlagSensitivity',
  'MergePatient',
  'RecordPatientDeath',
  'ApproveKeyDestruction',
] as const;

const whole = ['registered', 'merged', 'deceased'] as const;

/** The legal steps of a profile. */
export const transitions = transitionTable<PatientStage, (typeof commands)[number]>(commands, [
  { id: 'H01', from: ['none'], command: 'RegisterPatient', to: ['registered'] },
  { id: 'H02', from: ['registered', 'deceased'], command: 'UpdateDemographics', to: 'unchanged' },
  { id: 'H03', from: ['registered'], command: 'SetContactPreference', to: 'unchanged', guard: 'I42' },
  { id: 'H04', from: ['registered'], command: 'SetLanguagePreference', to: 'unchanged', guard: 'I42' },
  { id: 'H05', from: ['registered'], command: 'AddCoverage', to: 'unchanged', guard: 'I42' },
  { id: 'H06', from: ['registered', 'deceased'], command: 'TerminateCoverage', to: 'unchanged' },
  { id: 'H07', from: ['registered', 'deceased'], command: 'FlagSensitivity', to: 'unchanged' },
  { id: 'H08', from: ['registered', 'deceased'], command: 'MergePatient', to: ['merged'], guard: 'I43' },
  { id: 'H09', from: ['registered'], command: 'RecordPatientDeath', to: ['deceased'] },
  { id: 'H10', from: whole, command: 'ApproveKeyDestruction', to: 'unchanged', guard: 'the first person' },
  { id: 'H11', from: whole, command: 'ApproveKeyDestruction', to: ['erased'], guard: 'a second person' },
]);
