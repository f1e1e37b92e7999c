import type { EventType, Fact } from '@referral/eventsourcing';
import type { Channel, Reason } from '@referral/values';
import type { CapacityStatus, EntryKind, NetworkStatus, VerificationMethod } from './vocabulary';

/** An address through which an entry is reached; `verifiedAt` when somebody made sure of it (I24). */
export interface ContactChannel {
  readonly channel: Channel;
  readonly address: string;
  readonly verifiedAt?: string;
}

/** Ages in whole years, both included. */
export interface AgeRange {
  readonly from?: number;
  readonly to?: number;
}

/** What a directory says of a specialist, a facility or a community service. */
export interface EntryFacts {
  readonly kind: EntryKind;
  /** National provider identifier, ten digits. */
  readonly npi?: string;
  readonly taxonomyCodes: readonly string[];
  readonly name: string;
  readonly locations: readonly string[];
  readonly contacts: readonly string[];
  readonly channels: readonly ContactChannel[];
  readonly acceptedPlans: readonly string[];
  /** BCP 47 language tags. */
  readonly languages: readonly string[];
  readonly telehealth: boolean;
  readonly ageRange?: AgeRange;
  readonly acceptanceCriteria: readonly string[];
  readonly requirementSetId?: string;
  readonly feesNote?: string;
  readonly accessibility: readonly string[];
}

export type DirectoryEntryAdded = Fact<'DirectoryEntryAdded', EntryFacts & { readonly entryId: string }>;

/** Only what is otherwise than before. */
export type DirectoryEntryUpdated = Fact<'DirectoryEntryUpdated', Partial<EntryFacts>>;

export type NetworkParticipationChanged = Fact<
  'NetworkParticipationChanged',
  {
    readonly planId: string;
    readonly status: NetworkStatus;
    /** Calendar dates, both included. */
    readonly from: string;
    readonly to?: string;
  }
>;

export type CapacityReported = Fact<
  'CapacityReported',
  {
    readonly status: CapacityStatus;
    /** Days to the third next free appointment. */
    readonly thirdNextAvailableDays?: number;
    readonly reportedAt: string;
    readonly by: string;
  }
>;

export type DirectoryEntryVerified = Fact<
  'DirectoryEntryVerified',
  { readonly method: VerificationMethod; readonly by: string; readonly nextDueAt: string }
>;

export type DirectoryEntryDisputed = Fact<
  'DirectoryEntryDisputed',
  { readonly field: string; readonly reporter: string }
>;

export type DirectoryEntrySuspended = Fact<
  'DirectoryEntrySuspended',
  { readonly reason: Reason; readonly expectedUntil?: string }
>;

export type DirectoryEntryReinstated = Fact<'DirectoryEntryReinstated', { readonly by: string }>;

export type DirectoryEntryRetired = Fact<
  'DirectoryEntryRetired',
  { readonly reason: Reason; readonly successorEntryId?: string }
>;

/** Who does what, agreed with a partner; NCQA expects it in writing even inside one system. */
export type PartnerAgreementRecorded = Fact<
  'PartnerAgreementRecorded',
  { readonly documentId: string; readonly responsibilities: readonly string[]; readonly effective: string }
>;

/** Everything that can have happened to a directory entry. */
export type EntryEvent =
  | DirectoryEntryAdded
  | DirectoryEntryUpdated
  | NetworkParticipationChanged
  | CapacityReported
  | DirectoryEntryVerified
  | DirectoryEntryDisputed
  | DirectoryEntrySuspended
  | DirectoryEntryReinstated
  | DirectoryEntryRetired
  | PartnerAgreementRecorded;

/** How each event is stored. */
export const entryEventTypes: Readonly<Record<EntryEvent['type'], EventType>> = {
  DirectoryEntryAdded: { schemaVersion: 1, phi: [] },
  DirectoryEntryUpdated: { schemaVersion: 1, phi: [] },
  NetworkParticipationChanged: { schemaVersion: 1, phi: [] },
  CapacityReported: { schemaVersion: 1, phi: [] },
  DirectoryEntryVerified: { schemaVersion: 1, phi: [] },
  DirectoryEntryDisputed: { schemaVersion: 1, phi: [] },
  DirectoryEntrySuspended: { schemaVersion: 1, phi: [] },
  DirectoryEntryReinstated: { schemaVersion: 1, phi: [] },
  DirectoryEntryRetired: { schemaVersion: 1, phi: [] },
  PartnerAgreementRecorded: { schemaVersion: 1, phi: [] },
};
