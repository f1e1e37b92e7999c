import { IsIn } from 'class-validator';
import { IsText, MayBeAbsent } from '@referral/values';

/** What a referral says that can be changed. */
export const contentFields = [
  'requestedSpecialty',
  'requestedService',
  'clinicalQuestion',
  'diagnoses',
  'type',
  'requestedBy',
  'visitsRequested',
  'coverageIds',
  'languagePreference',
  'interpreterNeeded',
  'orderingEncounterId',
  'billingFacilityId',
] as const;
export type ContentField = (typeof contentFields)[number];

/** What a field said and what it says now. */
export interface ChangedField {
  readonly field: ContentField;
  /** PHI, as text; absent when the field was empty, `null` when the patient's key was destroyed. */
  readonly old?: string | null;
  /** PHI, as text; absent when the field is emptied, `null` when the patient's key was destroyed. */
  readonly new?: string | null;
}

/** How a change is validated. */
export class ChangedFieldValue implements ChangedField {
  @IsIn(contentFields) readonly field!: ContentField;
  @MayBeAbsent() @IsText(10_000) readonly old?: string;
  @MayBeAbsent() @IsText(10_000) readonly new?: string;
}
