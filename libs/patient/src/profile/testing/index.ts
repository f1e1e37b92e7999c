import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { patientAggregate } from '../aggregate';
import { AddCoverage } from '../commands/add-coverage';
import { ApproveKeyDestruction } from '../commands/approve-key-destruction';
import { FlagSensitivity } from '../commands/flag-sensitivity';
import { MergePatient } from '../commands/merge-patient';
import { RecordPatientDeath } from '../commands/record-patient-death';
import { RegisterPatient } from '../commands/register-patient';
import { SetContactPreference } from '../commands/set-contact-preference';
import { SetLanguagePreference } from '../commands/set-language-preference';
import { TerminateCoverage } from '../commands/terminate-coverage';
import { UpdateDemographics } from '../commands/update-demographics';
import type {
  ContactPreferenceSet,
  CoverageAdded,
  CoverageTerminated,
  KeyDestructionApproved,
  LanguagePreferenceSet,
  PatientDemographicsUpdated,
  PatientDied,
  PatientKeyDestroyed,
  PatientMerged,
  PatientRegistered,
  SensitivityFlagSet,
} from '../events';
import { transitions } from '../rules';

export const { given } = decides(patientAggregate.decider, stepsOf(transitions));

const clerk = actorWith('clerk-1', 'intake', 'coordinator', 'lead');
const privacy = actorWith('privacy-1', 'privacy_officer');
const otherPrivacy = actorWith('privacy-2', 'privacy_officer');
const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const patientId = 'patient-1';

const person = {
  identifiers: [{ system: 'http://example.org/mrn', value: 'MRN-1' }],
  name: 'Synthetic Patient',
  birthDate: '1970-01-01',
  sexForClaims: 'unknown',
  addresses: ['2 Example Street'],
  phones: ['+1-202-555-0101'],
} as const;
export const register = order(RegisterPatient, monday, clerk, { patientId, ...person });
export const registered: PatientRegistered = {
  type: 'PatientRegistered',
  data: { patientId, ...person },
  occurredAt: monday,
};

const moved = {
  identifiers: [],
  name: 'Synthetic Person',
  birthDate: '1970-01-02',
  addresses: ['3 Example Street'],
  phones: [],
};
export const update = order(UpdateDemographics, tuesday, clerk, { patientId, ...moved });
export const updated: PatientDemographicsUpdated = {
  type: 'PatientDemographicsUpdated',
  data: moved,
  occurredAt: tuesday,
};

const contact = {
  channel: 'phone',
  hours: { from: '09:00', to: '12:00' },
  doNotCall: false,
  voicemailOk: true,
  portalActive: false,
} as const;
export const setContact = order(SetContactPreference, tuesday, clerk, { patientId, ...contact });
export const contactSet: ContactPreferenceSet = { type: 'ContactPreferenceSet', data: contact, occurredAt: tuesday };

const language = { language: 'es-US', written: 'es', interpreterNeeded: true, assessedBy: 'clerk-1' };
export const setLanguage = order(SetLanguagePreference, tuesday, clerk, { patientId, ...language });
export const languageSet: LanguagePreferenceSet = {
  type: 'LanguagePreferenceSet',
  data: language,
  occurredAt: tuesday,
};

const coverage = {
  coverageId: 'coverage-1',
  payerId: 'payer-1',
  planId: 'plan-1',
  memberId: 'M-0001',
  groupId: 'G-1',
  order: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
};
export const addCoverage = order(AddCoverage, tuesday, clerk, { patientId, ...coverage });
export const coverageAdded: CoverageAdded = { type: 'CoverageAdded', data: coverage, occurredAt: tuesday };

const ending = { coverageId: 'coverage-1', endsOn: '2026-03-31' };
export const terminateCoverage = order(TerminateCoverage, tuesday, clerk, { patientId, ...ending });
export const coverageTerminated: CoverageTerminated = {
  type: 'CoverageTerminated',
  data: ending,
  occurredAt: tuesday,
};

const mark = { flag: 'part2', applies: true } as const;
export const flag = order(FlagSensitivity, tuesday, privacy, { patientId, ...mark });
export const flagged: SensitivityFlagSet = { type: 'SensitivityFlagSet', data: mark, occurredAt: tuesday };

export const merge = order(MergePatient, tuesday, clerk, { patientId, survivorId: 'patient-2' });
export const merged: PatientMerged = {
  type: 'PatientMerged',
  data: { survivorId: 'patient-2', mergedId: patientId },
  occurredAt: tuesday,
};

const death = { at: '2026-03-01T04:00:00-05:00', source: 'family' };
export const recordDeath = order(RecordPatientDeath, tuesday, clerk, { patientId, ...death });
export const died: PatientDied = { type: 'PatientDied', data: death, occurredAt: tuesday };

const legalBasis = 'request of the patient';
export const approve = order(ApproveKeyDestruction, tuesday, privacy, { patientId, legalBasis });
export const approved: KeyDestructionApproved = {
  type: 'KeyDestructionApproved',
  data: { approvedBy: 'privacy-1', legalBasis },
  occurredAt: tuesday,
};
export const approveToo = order(ApproveKeyDestruction, tuesday, otherPrivacy, { patientId, legalBasis });
export const approvedToo: KeyDestructionApproved = {
  ...approved,
  data: { approvedBy: 'privacy-2', legalBasis },
};
export const keyDestroyed: PatientKeyDestroyed = {
  type: 'PatientKeyDestroyed',
  data: { approvedBy: ['privacy-1', 'privacy-2'], legalBasis },
  occurredAt: tuesday,
};
