import { directoryAggregate, type EntryEvent, type EntryState } from '@referral/directory';
import type { Projection } from '@referral/eventsourcing';
import { never, utc } from '../shared/utc';
import { knownInstance } from '../shared/known-instance';

/** A directory entry, as those see it who keep the directory right. Instants are UTC. */
export interface DirectoryItem {
  readonly entryId: string;
  readonly rev: number;
  readonly status: Exclude<EntryState['stage'], 'none'>;
  readonly kind: string;
  readonly name: string;
  readonly verifiedAt: string | null;
  /** What nobody verified yet is due since it was added; what is retired `never` is. */
  readonly nextVerificationAt: string;
  /** Doubts that somebody has told since the last verification. */
  readonly disputes: number;
  /** What the entry allows next is asked of this. */
  readonly state: EntryState;
}

/** One document per directory entry. */
export const directory: Projection<EntryEvent, DirectoryItem> = {
  name: 'directory',
  version: 1,
  categories: [directoryAggregate.category],
  documentId: knownInstance(directoryAggregate),
  begins: ({ revision }) => revision === 0n,
  evolve: (document, event) => {
    const { decider } = directoryAggregate;
    const state = decider.evolve(document?.state ?? decider.initialState, event);
    if (state.stage === 'none') return null;
    const { entryId, stage, facts, verification, addedAt, disputes } = state;
    return {
      entryId,
      rev: Number(event.revision),
      status: stage,
      kind: facts.kind,
      name: facts.name,
      verifiedAt: verification && utc(verification.verifiedAt),
      nextVerificationAt: stage === 'retired' ? never : utc(verification?.nextDueAt ?? addedAt),
      disputes: disputes.length,
      state,
    };
  },
  indexes: [{ nextVerificationAt: 1 }],
};
