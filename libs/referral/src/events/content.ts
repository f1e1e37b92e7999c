import type { Channel, Coding, Direction, PartyRef, Reason } from '@referral/values';
import type { AmendedContent } from '../values/amended-content';
import type { AssessmentAnswer } from '../values/assessment-answer';
import type { ChangedField, ContentField } from '../values/changed-field';
import type { LinkKind, Respondent } from '../values/content-vocabulary';
import { among, type EventTypes, type Fact } from './event';

/** Someone began to compose a referral. */
export type ReferralDrafted = Fact<
  'ReferralDrafted',
  {
    readonly referralId: string;
    /** For people: `REF-YYYY-NNNNNN-C`. */
    readonly reference: string;
    readonly direction: Direction;
    readonly patientId: string;
    readonly requestedBy: PartyRef;
    readonly requestedSpecialty: Coding;
    readonly requestedService: Coding;
    readonly channel: Channel;
  }
>;

/** A draft was handed in; what it says is in the `ReferralReceived` of the same append. */
export type ReferralSubmitted = Fact<
  'ReferralSubmitted',
  {
    readonly submittedBy: string;
    readonly requirementSetId: string;
    readonly requirementSetVersion: number;
    readonly completeness: { readonly missing: readonly string[]; readonly present: readonly string[] };
  }
>;

/** What a referral says was changed in substance. */
export type ReferralAmended = Fact<
  'ReferralAmended',
  {
    readonly amendmentId: string;
    readonly changes: readonly ChangedField[];
    readonly content?: AmendedContent;
    readonly reason: Reason;
    readonly requiresRetriage: boolean;
  }
>;

/** What a referral says was put right clerically; nothing is reviewed anew. */
export type ReferralDataCorrected = Fact<
  'ReferralDataCorrected',
  {
    readonly correctionId: string;
    readonly targetEventId: string;
    readonly field: ContentField;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly old?: string | null;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly new?: string | null;
    readonly content?: AmendedContent;
    readonly reason: Reason;
  }
>;

/** Two referrals belong together. */
export type ReferralLinked = Fact<'ReferralLinked', { readonly otherReferralId: string; readonly kind: LinkKind }>;

/** Someone asked the questions of a questionnaire. */
export type IntakeAssessmentRecorded = Fact<
  'IntakeAssessmentRecorded',
  {
    readonly assessmentId: string;
    readonly questionnaireId: string;
    readonly version: number;
    readonly answers: readonly AssessmentAnswer[];
    readonly barriersIdentified: readonly string[];
    readonly respondent: Respondent;
  }
>;

/** The referral should never have existed. */
export type ReferralMarkedEnteredInError = Fact<
  'ReferralMarkedEnteredInError',
  {
    readonly reason: Reason;
    /** The privacy officer who signed with the lead; needed once a package was transmitted. */
    readonly coSignedBy?: string;
  }
>;

/** How a referral is composed, and what becomes of what it says. */
export type ContentEvent =
  | ReferralSubmitted
  | ReferralAmended
  | ReferralDataCorrected
  | ReferralLinked
  | IntakeAssessmentRecorded
  | ReferralMarkedEnteredInError;

export const contentEventTypes: EventTypes<ContentEvent> = {
  ReferralSubmitted: { schemaVersion: 1, phi: [] },
  ReferralAmended: { schemaVersion: 1, phi: ['changes[].old', 'changes[].new'] },
  ReferralDataCorrected: { schemaVersion: 1, phi: ['old', 'new'] },
  ReferralLinked: { schemaVersion: 1, phi: [] },
  IntakeAssessmentRecorded: { schemaVersion: 1, phi: ['answers[].value'] },
  ReferralMarkedEnteredInError: { schemaVersion: 1, phi: [] },
};

export const isContentEvent = among<ContentEvent>(contentEventTypes);
