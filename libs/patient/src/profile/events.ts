import type { EventType, Fact } from '@referral/eventsourcing';
import type { Channel, Identifier, Validity } from '@referral/values';
import type { SensitivityFlag } from './vocabulary';

/** Who a patient is. Everything but the sex for claims is PHI, and `null` when the patient's key was destroyed. */
export interface PatientDemographics {
  readonly identifiers: readonly Identifier[] | null;
  readonly name: string | null;
  /** Calendar date. */
  readonly birthDate: string | null;
  readonly sexForClaims?: 'female' | 'male' | 'unknown';
  readonly addresses: readonly string[] | null;
  readonly phones: readonly string[] | null;
}

export type PatientRegistered = Fact<'PatientRegistered', PatientDemographics & { readonly patientId: string }>;

/** Only what is otherwise than before. */
export type PatientDemographicsUpdated = Fact<'PatientDemographicsUpdated', Partial<PatientDemographics>>;

export type PatientMerged = Fact<'PatientMerged', { readonly survivorId: string; readonly mergedId: string }>;

export type ContactPreferenceSet = Fact<
  'ContactPreferenceSet',
  {
    readonly channel: Channel;
    /** `HH:MM` on the patient's clock. */
    readonly hours?: { readonly from: string; readonly to: string };
    readonly doNotCall: boolean;
    readonly voicemailOk: boolean;
    readonly portalActive: boolean;
  }
>;

export type LanguagePreferenceSet = Fact<
  'LanguagePreferenceSet',
  {
    /** BCP 47 language tags. */
    readonly language: string;
    readonly written?: string;
    readonly interpreterNeeded: boolean;
    readonly assessedBy: string;
  }
>;

export type CoverageAdded = Fact<
  'CoverageAdded',
  {
    readonly coverageId: string;
    readonly payerId: string;
    readonly planId: string;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly memberId: string | null;
    readonly groupId?: string;
    /** 1 pays first. */
    readonly order: number;
    readonly period: Validity;
  }
>;

/** `endsOn` is the last day that is covered. */
export type CoverageTerminated = Fact<'CoverageTerminated', { readonly coverageId: string; readonly endsOn: string }>;

export type SensitivityFlagSet = Fact<
  'SensitivityFlagSet',
  { readonly flag: SensitivityFlag; readonly applies: boolean }
>;

export type PatientDied = Fact<'PatientDied', { readonly at: string; readonly source: string }>;

/** One of the two approvals that it takes to destroy the key of a patient. */
export type KeyDestructionApproved = Fact<
  'KeyDestructionApproved',
  { readonly approvedBy: string; readonly legalBasis: string }
>;

/** From now on nobody may read the patient data in the log; whoever keeps the keys destroys this one. */
export type PatientKeyDestroyed = Fact<
  'PatientKeyDestroyed',
  { readonly approvedBy: readonly string[]; readonly legalBasis: string }
>;

/** Everything that can have happened to the profile of a patient. */
export type PatientEvent =
  | PatientRegistered
  | PatientDemographicsUpdated
  | PatientMerged
  | ContactPreferenceSet
  | LanguagePreferenceSet
  | CoverageAdded
  | CoverageTerminated
  | SensitivityFlagSet
  | PatientDied
  | KeyDestructionApproved
  | PatientKeyDestroyed;

const demographics = ['identifiers', 'name', 'birthDate', 'addresses', 'phones'];

/** How each event is stored. */
export const patientEventTypes: Readonly<Record<PatientEvent['type'], EventType>> = {
  PatientRegistered: { schemaVersion: 1, phi: demographics },
  PatientDemographicsUpdated: { schemaVersion: 1, phi: demographics },
  PatientMerged: { schemaVersion: 1, phi: [] },
  ContactPreferenceSet: { schemaVersion: 1, phi: [] },
  LanguagePreferenceSet: { schemaVersion: 1, phi: [] },
  CoverageAdded: { schemaVersion: 1, phi: ['memberId'] },
  CoverageTerminated: { schemaVersion: 1, phi: [] },
  SensitivityFlagSet: { schemaVersion: 1, phi: [] },
  PatientDied: { schemaVersion: 1, phi: [] },
  KeyDestructionApproved: { schemaVersion: 1, phi: [] },
  PatientKeyDestroyed: { schemaVersion: 1, phi: [] },
};
