import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { directoryAggregate } from '../aggregate';
import { AddDirectoryEntry } from '../commands/add-directory-entry';
import { ChangeNetworkParticipation } from '../commands/change-network-participation';
import { DisputeDirectoryEntry } from '../commands/dispute-directory-entry';
import { RecordPartnerAgreement } from '../commands/record-partner-agreement';
import { ReinstateDirectoryEntry } from '../commands/reinstate-directory-entry';
import { ReportCapacity } from '../commands/report-capacity';
import { RetireDirectoryEntry } from '../commands/retire-directory-entry';
import { SuspendDirectoryEntry } from '../commands/suspend-directory-entry';
import { UpdateDirectoryEntry } from '../commands/update-directory-entry';
import { VerifyDirectoryEntry } from '../commands/verify-directory-entry';
import type {
  CapacityReported,
  DirectoryEntryAdded,
  DirectoryEntryDisputed,
  DirectoryEntryReinstated,
  DirectoryEntryRetired,
  DirectoryEntrySuspended,
  DirectoryEntryUpdated,
  DirectoryEntryVerified,
  NetworkParticipationChanged,
  PartnerAgreementRecorded,
} from '../events';
import { transitions } from '../rules';

export const { given } = decides(directoryAggregate.decider, stepsOf(transitions));
export const admin = actorWith('admin-1', 'admin');

const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const entryId = 'entry-1';
const reason = { code: 'closed_for_works' };

const content = {
  kind: 'specialist',
  npi: '1234567893',
  taxonomyCodes: ['207RC0000X'],
  name: 'Synthetic Heart Clinic',
  locations: ['1 Example Street'],
  contacts: [],
  channels: [{ channel: 'fax', address: '+1-202-555-0100', verifiedAt: monday }],
  acceptedPlans: ['plan-1'],
  languages: ['en', 'es'],
  telehealth: true,
  ageRange: { from: 18 },
  acceptanceCriteria: ['Recent ECG'],
  requirementSetId: 'requirements-1',
  accessibility: [],
} as const;
export const addEntry = order(AddDirectoryEntry, monday, admin, { entryId, ...content });
export const added: DirectoryEntryAdded = {
  type: 'DirectoryEntryAdded',
  data: { entryId, ...content },
  occurredAt: monday,
};

export const updateEntry = order(UpdateDirectoryEntry, tuesday, admin, {
  entryId,
  telehealth: false,
  languages: ['en'],
});
export const updated: DirectoryEntryUpdated = {
  type: 'DirectoryEntryUpdated',
  data: { telehealth: false, languages: ['en'] },
  occurredAt: tuesday,
};

const participation = { planId: 'plan-1', status: 'in_network', from: '2026-03-01', to: '2026-12-31' } as const;
export const changeNetwork = order(ChangeNetworkParticipation, tuesday, admin, { entryId, ...participation });
export const networkChanged: NetworkParticipationChanged = {
  type: 'NetworkParticipationChanged',
  data: participation,
  occurredAt: tuesday,
};

const report = { status: 'limited', thirdNextAvailableDays: 12 } as const;
export const reportCapacity = order(ReportCapacity, tuesday, admin, { entryId, ...report });
export const capacityReported: CapacityReported = {
  type: 'CapacityReported',
  data: { ...report, reportedAt: tuesday, by: 'admin-1' },
  occurredAt: tuesday,
};

const verification = { method: 'phone', nextDueAt: '2026-09-03T09:00:00-04:00' } as const;
export const verifyEntry = order(VerifyDirectoryEntry, tuesday, admin, { entryId, ...verification });
export const verified: DirectoryEntryVerified = {
  type: 'DirectoryEntryVerified',
  data: { ...verification, by: 'admin-1' },
  occurredAt: tuesday,
};

const dispute = { field: 'channels', reporter: 'office-1' };
export const disputeEntry = order(DisputeDirectoryEntry, tuesday, admin, { entryId, ...dispute });
export const disputed: DirectoryEntryDisputed = { type: 'DirectoryEntryDisputed', data: dispute, occurredAt: tuesday };

const agreement = {
  documentId: 'document-1',
  responsibilities: ['Sends the report in ten days'],
  effective: '2026-03-01',
};
export const recordAgreement = order(RecordPartnerAgreement, tuesday, admin, { entryId, ...agreement });
export const agreementRecorded: PartnerAgreementRecorded = {
  type: 'PartnerAgreementRecorded',
  data: agreement,
  occurredAt: tuesday,
};

export const suspendEntry = order(SuspendDirectoryEntry, tuesday, admin, { entryId, reason });
export const suspended: DirectoryEntrySuspended = {
  type: 'DirectoryEntrySuspended',
  data: { reason },
  occurredAt: tuesday,
};

export const reinstateEntry = order(ReinstateDirectoryEntry, tuesday, admin, { entryId });
export const reinstated: DirectoryEntryReinstated = {
  type: 'DirectoryEntryReinstated',
  data: { by: 'admin-1' },
  occurredAt: tuesday,
};

export const retireEntry = order(RetireDirectoryEntry, tuesday, admin, {
  entryId,
  reason,
  successorEntryId: 'entry-2',
});
export const retired: DirectoryEntryRetired = {
  type: 'DirectoryEntryRetired',
  data: { reason, successorEntryId: 'entry-2' },
  occurredAt: tuesday,
};
