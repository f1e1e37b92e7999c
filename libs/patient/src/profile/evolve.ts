import type { CoverageAdded, PatientEvent, PatientRegistered, SensitivityFlagSet } from './events';
import type { Coverage, Patient, PatientState } from './patient';
import type { SensitivityFlag } from './vocabulary';

const registered = ({ data, occurredAt }: PatientRegistered): Patient => ({
  stage: 'registered',
  patientId: data.patientId,
  registeredAt: occurredAt,
  survivorId: null,
  contact: null,
  language: null,
  coverages: [],
  sensitivity: [],
  keyDestruction: [],
});

const covered = ({ coverageId, payerId, planId, order, period }: CoverageAdded['data']): Coverage => ({
  coverageId,
  payerId,
  planId,
  order,
  period,
  endsOn: null,
});

const flagged = (flags: readonly SensitivityFlag[], { flag, applies }: SensitivityFlagSet['data']) => {
  const others = flags.filter((known) => known !== flag);
  return applies ? [...others, flag] : others;
};

/** The patient after one more fact. What tells who it is stays in the log. */
export const evolvePatient = (patient: PatientState, event: PatientEvent): PatientState => {
  if (event.type === 'PatientRegistered') return patient.stage === 'none' ? registered(event) : patient;
  if (patient.stage === 'none') return patient;
  switch (event.type) {
    case 'PatientDemographicsUpdated':
      return patient;
    case 'PatientMerged':
      return { ...patient, stage: 'merged', survivorId: event.data.survivorId };
    case 'ContactPreferenceSet':
      return { ...patient, contact: event.data };
    case 'LanguagePreferenceSet':
      return { ...patient, language: event.data };
    case 'CoverageAdded':
      return { ...patient, coverages: [...patient.coverages, covered(event.data)] };
    case 'CoverageTerminated': {
      const { coverageId, endsOn } = event.data;
      const coverages = patient.coverages.map((one) => (one.coverageId === coverageId ? { ...one, endsOn } : one));
      return { ...patient, coverages };
    }
    case 'SensitivityFlagSet':
      return { ...patient, sensitivity: flagged(patient.sensitivity, event.data) };
    case 'PatientDied':
      return { ...patient, stage: 'deceased' };
    case 'KeyDestructionApproved':
      return { ...patient, keyDestruction: [...patient.keyDestruction, event.data] };
    case 'PatientKeyDestroyed':
      return { ...patient, stage: 'erased' };
  }
};
