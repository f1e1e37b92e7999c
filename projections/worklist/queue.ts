import type { Bound, Condition, Scalar, Sort } from '@referral/conditions';
import type { ClockId, Role } from '@referral/values';
import type { ComplaintItem } from '../complaints/complaints';
import type { DirectoryItem } from '../directory/directory';
import type { IntakeItemEntry } from '../intake-worklist/intake-worklist';
import type { WorklistItem } from './worklist-entry';

/** A value that is known when somebody looks: the time, or one so far from it; the end of the working day; who looks; who is absent. */
export type Relative =
  | { readonly now: true; readonly businessDays?: number; readonly days?: number; readonly hours?: number }
  | { readonly endOfDay: true }
  | { readonly me: true };

/** A condition whose values may be relative. */
export type QueueCondition =
  | { readonly all: readonly QueueCondition[] }
  | { readonly any: readonly QueueCondition[] }
  | { readonly path: string; readonly is: 'equals'; readonly value: Scalar | Relative }
  | { readonly path: string; readonly is: 'in'; readonly value: readonly Scalar[] | { readonly absent: true } }
  | { readonly path: string; readonly is: 'exists'; readonly value: boolean }
  | { readonly path: string; readonly is: 'some'; readonly like: QueueCondition }
  | { readonly path: string; readonly is: Bound['is']; readonly value: Bound['value'] | Relative }
  /** Patients may be called at the time at which somebody looks. */
  | { readonly when: 'contact_hours' };

/** Until when something is to be done, and the clock that says so where one does. Instant in UTC or calendar date. */
export interface QueueDeadline {
  readonly dueAt: string;
  readonly clock: ClockId | null;
}

/** A work queue (domain.md 4.2), as data. */
export interface QueueOf<Item> {
  /** `Q04`. */
  readonly id: string;
  /** Its name in URLs. */
  readonly slug: string;
  readonly name: string;
  readonly filter: QueueCondition;
  readonly sort: Sort;
  /** Rows whose time in this field has passed come first: base sort S0. */
  readonly breachedBy?: string;
  readonly roles: readonly Role[];
  /** A field of its rows that is counted when somebody looks: the open referrals that name the row in another field. */
  readonly countsReferrals?: { readonly as: string; readonly by: string };
  /** Why something stands in it, for people. */
  readonly why: (item: Item) => string;
  /** The deadline that the queue is about; `null` when there is none. */
  readonly deadline: (item: Item) => QueueDeadline | null;
  /** What its definition asks for and no fact tells, and what stands for that. */
  readonly note?: string;
}

/** A queue of referrals. */
export interface ReferralQueue extends QueueOf<WorklistItem> {
  readonly of: 'worklist';
  /** Users in whose name it is looked into: only what concerns them is read. */
  readonly people?: (item: {
    readonly coordinatorId: string | null;
    readonly coveringForId: string | null;
  }) => readonly (string | null)[];
}

/** A queue of something else than referrals; `of` names the read model. */
export type OtherQueue =
  | (QueueOf<IntakeItemEntry> & { readonly of: 'intake-worklist' })
  | (QueueOf<ComplaintItem> & { readonly of: 'complaints' })
  | (QueueOf<DirectoryItem & { readonly openReferralCount: number }> & { readonly of: 'directory' });

export type Queue = ReferralQueue | OtherQueue;

/** What a queue asks when somebody looks into it. */
export interface QueueQuery {
  readonly filter: Condition;
  readonly sort: Sort;
  readonly first?: Bound;
  /** What is counted for the sort, in another read model. */
  readonly counting?: {
    readonly as: string;
    readonly projection: string;
    readonly by: string;
    readonly filter: Condition;
  };
}
