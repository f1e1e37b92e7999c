import type { Channel, DocRef, Identifier } from '@referral/values';
import type { IntakeStage } from './stages';
import type { Attachment, CallerType, DuplicateBasis, MatchMethod, Reader } from './vocabulary';

/** How it came in: as a message, or by a call. */
export type Arrival =
  | {
      readonly kind: 'message';
      readonly channel: Channel;
      readonly externalIds: readonly Identifier[];
      readonly documents: readonly DocRef[];
    }
  | { readonly kind: 'call'; readonly callerType: CallerType; readonly clinicalConcernRaised: boolean };

/** A field that was read. What it says is patient data, and no rule sees it. */
export interface ReadField {
  readonly field: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly by: Reader;
  /** User ids of the people who confirmed it. */
  readonly confirmedBy: readonly string[];
}

/** Someone whom the item may be about. */
export interface MatchCandidate {
  readonly patientId: string;
  /** From 0 to 1. */
  readonly score: number;
  /** Codes of what speaks for it, such as `birth_date_equal`. */
  readonly evidence: readonly string[];
}

/** Referrals that may say the same. */
export interface DuplicateFlag {
  readonly referralIds: readonly string[];
  readonly basis: DuplicateBasis;
}

/** What became of an item, with what only that stage knows. */
export type IntakeStanding =
  | { readonly stage: Exclude<IntakeStage, 'converted' | 'attached' | 'rejected' | 'duplicate'> }
  | { readonly stage: 'converted'; readonly referralId: string }
  | { readonly stage: 'attached'; readonly referralId: string; readonly as: Attachment }
  | { readonly stage: 'rejected'; readonly reasonCode: string }
  | { readonly stage: 'duplicate'; readonly ofIntakeId: string | null; readonly ofReferralId: string | null };

/** An item that came in. */
export type ReceivedItem = IntakeStanding & {
  readonly intakeId: string;
  readonly arrival: Arrival;
  readonly receivedAt: string;
  /** Effective time of the fact that brought it to its stage. */
  readonly stageSince: string;
  readonly fields: readonly ReadField[];
  /** Ids of the readings and confirmations that are on the record. */
  readonly readings: readonly string[];
  readonly candidates: readonly MatchCandidate[] | null;
  readonly match: { readonly patientId: string; readonly method: MatchMethod } | null;
  readonly possibleDuplicates: readonly DuplicateFlag[];
  readonly escalations: readonly { readonly clinicianId: string; readonly warmTransfer: boolean }[];
};

/** An intake item as its history tells it: plain data without protected health information. `none` before the first fact. */
export type IntakeItem = { readonly stage: 'none' } | ReceivedItem;

/** Before anything came in. */
export const noItem: IntakeItem = { stage: 'none' };
