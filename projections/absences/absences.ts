import type { Projection } from '@referral/eventsourcing';
import { staffAggregate, type StaffEvent, type StaffState } from '@referral/staff';
import { knownInstance } from '../shared/known-instance';
import { utc } from '../shared/utc';

/** When somebody who works on referrals is away. Instants are UTC. */
export interface AbsenceEntry {
  /** As commands name the person. */
  readonly userId: string;
  readonly absences: readonly { readonly from: string; readonly to: string }[];
  /** End of the last one; `null` when there is none. */
  readonly absentUntil: string | null;
  readonly state: StaffState;
}

/** One document per member of staff. */
export const absences: Projection<StaffEvent, AbsenceEntry> = {
  name: 'absences',
  version: 1,
  categories: [staffAggregate.category],
  documentId: knownInstance(staffAggregate),
  begins: ({ revision }) => revision === 0n,
  evolve: (document, event) => {
    const { decider } = staffAggregate;
    const state = decider.evolve(document?.state ?? decider.initialState, event);
    if (state.stage === 'none') return null;
    const known = state.absences.map(({ from, to }) => ({ from: utc(from), to: utc(to) }));
    return {
      userId: state.userId,
      absences: known,
      absentUntil:
        known
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? null,
      state,
    };
  },
  indexes: [{ absentUntil: 1 }],
};

/** Whether somebody is away at an instant. */
export const isAbsent = (entry: AbsenceEntry, now: string): boolean =>
  entry.absences.some(({ from, to }) => from <= now && now < to);
