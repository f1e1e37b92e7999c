import type {
  CapacityReported,
  DirectoryEntryDisputed,
  EntryFacts,
  NetworkParticipationChanged,
  PartnerAgreementRecorded,
} from './events';

/** Whether referrals may go to an entry. */
export type EntryStage = 'active' | 'suspended' | 'retired';

/** A directory entry. */
export interface Entry {
  readonly stage: EntryStage;
  readonly entryId: string;
  /** Effective time of the first fact. */
  readonly addedAt: string;
  readonly facts: EntryFacts;
  /** The newest word on each plan. */
  readonly networks: readonly NetworkParticipationChanged['data'][];
  readonly capacity: CapacityReported['data'] | null;
  /** `null` until somebody verified the entry for the first time. */
  readonly verification: { readonly verifiedAt: string; readonly nextDueAt: string } | null;
  /** What somebody doubts, until the next verification. */
  readonly disputes: readonly DirectoryEntryDisputed['data'][];
  readonly agreements: readonly PartnerAgreementRecorded['data'][];
}

/** A directory entry as its history tells it. */
export type EntryState = { readonly stage: 'none' } | Entry;
