import type { PartyRef } from '@referral/values';
import type { DisputeOutcome, DisputePosition, DisputeSubject } from '../values/dispute';
import type { Fact } from './event';

/** Someone doubts that the referral is right. */
export type NecessityDisputeRaised = Fact<
  'NecessityDisputeRaised',
  {
    readonly disputeId: string;
    readonly raisedBy: PartyRef;
    readonly against: DisputeSubject;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly grounds: string | null;
    /** The user who wrote it down: a party to the dispute. */
    readonly recordedBy: string;
  }
>;

/** A party says what it holds. */
export type DisputePositionRecorded = Fact<
  'DisputePositionRecorded',
  {
    readonly disputeId: string;
    readonly party: PartyRef;
    readonly position: DisputePosition;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly rationale: string | null;
    readonly evidenceDocumentIds: readonly string[];
    /** The user who wrote it down: a party to the dispute. */
    readonly recordedBy: string;
  }
>;

/** The parties will talk. */
export type DisputeConferenceScheduled = Fact<
  'DisputeConferenceScheduled',
  { readonly disputeId: string; readonly at: string; readonly participants: readonly PartyRef[] }
>;

/** The dispute is over. */
export type NecessityDisputeResolved = Fact<
  'NecessityDisputeResolved',
  {
    readonly disputeId: string;
    readonly outcome: DisputeOutcome;
    readonly agreedBy: readonly string[];
    /** PHI; `null` when the patient's key was destroyed. */
    readonly summary: string | null;
  }
>;
