import type { Entry, EntryState } from './entry';
import type { DirectoryEntryAdded, EntryEvent } from './events';

const added = ({ data, occurredAt }: DirectoryEntryAdded): Entry => {
  const { entryId, lateEntry: _, ...facts } = data;
  return {
    stage: 'active',
    entryId,
    addedAt: occurredAt,
    facts,
    networks: [],
    capacity: null,
    verification: null,
    disputes: [],
    agreements: [],
  };
};

/** The entry after one more fact. */
export const evolveEntry = (entry: EntryState, event: EntryEvent): EntryState => {
  if (event.type === 'DirectoryEntryAdded') return entry.stage === 'none' ? added(event) : entry;
  if (entry.stage === 'none') return entry;
  switch (event.type) {
    case 'DirectoryEntryUpdated': {
      const { lateEntry: _, ...changes } = event.data;
      return { ...entry, facts: { ...entry.facts, ...changes } };
    }
    case 'NetworkParticipationChanged': {
      const others = entry.networks.filter(({ planId }) => planId !== event.data.planId);
      return { ...entry, networks: [...others, event.data] };
    }
    case 'CapacityReported':
      return { ...entry, capacity: event.data };
    case 'DirectoryEntryVerified': {
      const verification = { verifiedAt: event.occurredAt, nextDueAt: event.data.nextDueAt };
      return { ...entry, verification, disputes: [] };
    }
    case 'DirectoryEntryDisputed':
      return { ...entry, disputes: [...entry.disputes, event.data] };
    case 'DirectoryEntrySuspended':
      return { ...entry, stage: 'suspended' };
    case 'DirectoryEntryReinstated':
      return { ...entry, stage: 'active' };
    case 'DirectoryEntryRetired':
      return { ...entry, stage: 'retired' };
    case 'PartnerAgreementRecorded':
      return { ...entry, agreements: [...entry.agreements, event.data] };
  }
};
