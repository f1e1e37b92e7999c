import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { EntryStage } from './entry';
import type { EntryEvent } from './events';

/** Every code that a command about an entry can be refused with, beside those that all aggregates share. */
export const entryInvariants = {
  DIRECTORY_NOT_FOUND: invariant(null, 404, 'The directory entry exists.'),
} as const;

export const refusal = refusals({ ...commonInvariants, ...entryInvariants });

export const happened = factsOf<EntryEvent>();

const commands = [
  'AddDirectoryEntry',
  'UpdateDirectoryEntry',
  'ChangeNetworkParticipation',
  'ReportCapacity',
  'VerifyDirectoryEntry',
  'DisputeDirectoryEntry',
  'RecordPartnerAgreement',
  'SuspendDirectoryEntry',
  'ReinstateDirectoryEntry',
  'RetireDirectoryEntry',
] as const;

const live = ['active', 'suspended'] as const;

/** The legal steps of an entry. Nothing leads back from retirement. */
export const transitions = transitionTable<EntryStage, (typeof commands)[number]>(commands, [
  { id: 'D01', from: ['none'], command: 'AddDirectoryEntry', to: ['active'] },
  { id: 'D02', from: live, command: 'UpdateDirectoryEntry', to: 'unchanged' },
  { id: 'D03', from: live, command: 'ChangeNetworkParticipation', to: 'unchanged' },
  { id: 'D04', from: live, command: 'ReportCapacity', to: 'unchanged' },
  { id: 'D05', from: live, command: 'VerifyDirectoryEntry', to: 'unchanged' },
  { id: 'D06', from: live, command: 'DisputeDirectoryEntry', to: 'unchanged' },
  { id: 'D07', from: live, command: 'RecordPartnerAgreement', to: 'unchanged' },
  { id: 'D08', from: ['active'], command: 'SuspendDirectoryEntry', to: ['suspended'] },
  { id: 'D09', from: ['suspended'], command: 'ReinstateDirectoryEntry', to: ['active'] },
  { id: 'D10', from: live, command: 'RetireDirectoryEntry', to: ['retired'] },
]);
