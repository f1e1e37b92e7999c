import type { Validity } from '@referral/values';
import type { ContactPreferenceSet, KeyDestructionApproved, LanguagePreferenceSet } from './events';
import type { SensitivityFlag } from './vocabulary';

/** A profile is in use, or it is part of another, its patient has died, or its patient data is gone. */
export type PatientStage = 'registered' | 'merged' | 'deceased' | 'erased';

/** A coverage, without the number that the payer knows the patient by. */
export interface Coverage {
  readonly coverageId: string;
  readonly payerId: string;
  readonly planId: string;
  readonly order: number;
  readonly period: Validity;
  readonly endsOn: string | null;
}

/** The profile of a patient, without anything that tells who it is. */
export interface Patient {
  readonly stage: PatientStage;
  readonly patientId: string;
  readonly registeredAt: string;
  /** Where the profile went when it was merged. */
  readonly survivorId: string | null;
  readonly contact: ContactPreferenceSet['data'] | null;
  readonly language: LanguagePreferenceSet['data'] | null;
  readonly coverages: readonly Coverage[];
  readonly sensitivity: readonly SensitivityFlag[];
  readonly keyDestruction: readonly KeyDestructionApproved['data'][];
}

/** A patient as the history tells it. */
export type PatientState = { readonly stage: 'none' } | Patient;
