import type { EventType, Fact, Version } from '@referral/eventsourcing';
import type { Coding, Reason } from '@referral/values';

/** An item in another language. */
export interface LanguageVariant {
  /** BCP 47 language tag. */
  readonly language: string;
  readonly label: string;
  readonly helpText?: string;
}

/** Something that has to come with a referral, or should. */
export interface RequiredItem {
  readonly code: string;
  readonly label: string;
  readonly mandatory: boolean;
  /** Kinds of documents that satisfy it; any when none is named. */
  readonly acceptableKinds: readonly string[];
  /** Days that a document may be old. */
  readonly maxAgeDays?: number;
  readonly helpText?: string;
  readonly languageVariants: readonly LanguageVariant[];
}

/** What one version says. */
export interface RequirementSetTerms {
  readonly requirementSetId: string;
  readonly specialty: Coding;
  /** Absent where it holds for every service of the specialty. */
  readonly service?: Coding;
  readonly items: readonly RequiredItem[];
}

/** A version was published; it never changes. */
export type RequirementSetVersionPublished = Fact<'RequirementSetVersionPublished', RequirementSetTerms & Version>;

/** Nothing relies on it any more that has not begun yet. */
export type RequirementSetRetired = Fact<'RequirementSetRetired', { readonly reason: Reason }>;

/** Everything that can have happened to a requirement set. */
export type RequirementSetEvent = RequirementSetVersionPublished | RequirementSetRetired;

/** How each event is stored. */
export const requirementSetEventTypes: Readonly<Record<RequirementSetEvent['type'], EventType>> = {
  RequirementSetVersionPublished: { schemaVersion: 1, phi: [] },
  RequirementSetRetired: { schemaVersion: 1, phi: [] },
};
