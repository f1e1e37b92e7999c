import type { LinkKind } from '../values/content-vocabulary';

/** What was done to what a referral says. Ids and field names; what was said is patient data and stays in the events. */
export interface ContentFacets {
  /** Who handed a draft in, and when; `null` for a referral that was received or is still a draft. */
  readonly submission: { readonly submittedBy: string; readonly at: string } | null;
  readonly amendments: readonly { readonly amendmentId: string; readonly fields: readonly string[] }[];
  readonly corrections: readonly { readonly correctionId: string; readonly targetEventId: string }[];
  /** An amendment asked for a new review that has not been given. */
  readonly retriageNeeded: boolean;
  readonly links: readonly { readonly otherReferralId: string; readonly kind: LinkKind }[];
  readonly assessments: readonly {
    readonly assessmentId: string;
    readonly questionnaireId: string;
    readonly version: number;
  }[];
  /** When something was last added or changed that a receiving side would judge by. */
  readonly changedAt: string | null;
}

/** Before anything was done. */
export const untouchedContent: ContentFacets = {
  submission: null,
  amendments: [],
  corrections: [],
  retriageNeeded: false,
  links: [],
  assessments: [],
  changedAt: null,
};
