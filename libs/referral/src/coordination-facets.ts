import type { Channel, ClockId, Coding, PartyRef } from '@referral/values';
import type { DelayCause, EscalationCause, EscalationLevel } from './values/assignment';
import type { HoldReason } from './values/clocks';
import type { DeathSource, DisputeOutcome, DisputePosition, DisputeSubject } from './values/dispute';
import type { BarrierResolution, BarrierType, ContactOutcome, ContactParty } from './values/outreach';
import type { DeferralReason, OfferResponse } from './values/slot';
import type { VisitMode } from './values/vocabulary';

/** One attempt to reach someone; only what the policy needs of it. */
export interface KnownAttempt {
  readonly attemptId: string;
  readonly party: ContactParty;
  readonly channel: Channel;
  readonly outcome: ContactOutcome;
  readonly counted: boolean;
  readonly at: string;
  /** The cycle of the referral in which it was made. */
  readonly cycle: number;
}

/** How far the attempts to reach the patient are. */
export interface Outreach {
  readonly attempts: readonly KnownAttempt[];
  /** When the patient or a proxy was reached first in this cycle. */
  readonly reachedAt: string | null;
  readonly exhausted: { readonly at: string; readonly noticeToReferrerAt: string | null } | null;
}

/** The newest word to one party about how the referral stands. */
export interface KnownStatusUpdate {
  readonly to: PartyRef;
  readonly status: string;
  readonly channel: Channel;
  readonly at: string;
}

/** Something that keeps the patient from care, and whether that still holds. */
export interface Barrier {
  readonly barrierId: string;
  readonly type: BarrierType;
  readonly severity: 1 | 2 | 3;
  readonly blocksScheduling: boolean;
  readonly since: string;
  readonly resources: readonly string[];
  readonly resolution: BarrierResolution | null;
}

/** Times that were offered, and the answer. */
export interface Offer {
  readonly offerId: string;
  readonly slots: readonly { readonly start: string; readonly end: string; readonly mode: VisitMode }[];
  readonly via: Channel;
  readonly offeredAt: string;
  readonly response: OfferResponse | null;
  /** Start of the slot that was taken. */
  readonly taken: string | null;
}

/** The provider books; by when the patient will have heard. */
export interface Deferral {
  readonly to: PartyRef;
  readonly expectedContactBy: string;
  readonly reason: DeferralReason;
  readonly since: string;
}

/** The list of those who wait for a free slot. */
export interface WaitlistPlace {
  readonly destination: PartyRef;
  readonly position: number | null;
  readonly earliest: string | null;
  readonly joinedAt: string;
}

/** One request for the report. */
export interface ReportRequest {
  readonly to: PartyRef;
  readonly channel: Channel;
  readonly dueAt: string;
  readonly cycle: number;
}

/** Something that remains to be done, or was. */
export interface FollowUp {
  readonly followUpId: string;
  readonly what: string;
  readonly dueAt: string;
  readonly ownerId: string | null;
  readonly completedAt: string | null;
}

/** A wish to cancel, and its answer. */
export interface Cancellation {
  readonly by: PartyRef;
  readonly reasonCode: string;
  readonly requestedAt: string;
  readonly answer:
    | null
    | { readonly is: 'confirmed'; readonly by: string }
    | { readonly is: 'refused' | 'withdrawn'; readonly reasonCode: string };
}

/** A rest, and the clocks that rest with it. */
export interface Hold {
  readonly holdId: string;
  readonly reason: HoldReason;
  readonly pausesClocks: readonly ClockId[];
  readonly since: string;
  readonly expectedUntil: string | null;
  /** When work went on, or the referral ended. */
  readonly endedAt: string | null;
}

/** Who has the referral. */
export interface Assignment {
  readonly teamId: string | null;
  readonly coordinatorId: string | null;
  /** When the present coordinator took or got it. */
  readonly since: string | null;
}

/** Who stands in for the coordinator. */
export interface Cover {
  readonly coveringId: string;
  readonly coveredId: string;
  readonly until: string;
}

/** How high up the referral was taken. */
export interface Escalation {
  readonly level: EscalationLevel;
  readonly to: string;
  readonly cause: EscalationCause;
  readonly clock: ClockId | null;
  readonly at: string;
  readonly acknowledged: { readonly by: string; readonly at: string } | null;
}

/** Where a delay came from. */
export interface Delay {
  readonly cause: DelayCause;
  readonly clock: ClockId | null;
  readonly actionPlan: string;
  readonly at: string;
}

/** A reminder that someone set. */
export interface Reminder {
  readonly reminderId: string;
  readonly dueAt: string;
  readonly what: string;
  readonly status: 'set' | 'fired' | 'cleared';
}

/** A doubt about the referral. `resolved_upheld`: it goes on as it was asked for. */
export interface Dispute {
  readonly disputeId: string;
  readonly status: 'open' | 'resolved_upheld' | 'resolved_withdrawn' | 'resolved_modified';
  readonly against: DisputeSubject;
  readonly raisedBy: PartyRef;
  readonly openedAt: string;
  readonly positions: readonly { readonly party: PartyRef; readonly position: DisputePosition }[];
  /** Users who wrote down a position: they do not resolve it (I37). */
  readonly recordedBy: readonly string[];
  readonly conference: { readonly at: string; readonly participants: readonly PartyRef[] } | null;
  readonly outcome: DisputeOutcome | null;
}

/** What people do around a referral: contact, booking by hand, chase, hold, assignment. Holds no protected health information. */
export interface CoordinationFacets {
  readonly outreach: Outreach;
  readonly statusUpdates: readonly KnownStatusUpdate[];
  readonly barriers: readonly Barrier[];
  readonly offers: readonly Offer[];
  readonly deferral: Deferral | null;
  readonly earlierRequests: readonly { readonly appointmentId: string; readonly reasonCode: string }[];
  readonly waitlist: WaitlistPlace | null;
  readonly reportRequests: readonly ReportRequest[];
  /** Documents of notes that did not belong here. */
  readonly rejectedNotes: readonly string[];
  readonly confirmedServices: readonly Coding[];
  readonly followUps: readonly FollowUp[];
  readonly cancellation: Cancellation | null;
  readonly holds: readonly Hold[];
  readonly assignment: Assignment;
  readonly cover: Cover | null;
  readonly escalation: Escalation | null;
  readonly delays: readonly Delay[];
  /** `clock|cycle|policy|version|outcome` of each clock result on record. */
  readonly clockResults: readonly string[];
  readonly reminders: readonly Reminder[];
  readonly dispute: Dispute | null;
  readonly deceased: { readonly source: DeathSource; readonly since: string } | null;
}

/** Nothing of it has happened. */
export const noCoordination: CoordinationFacets = {
  outreach: { attempts: [], reachedAt: null, exhausted: null },
  statusUpdates: [],
  barriers: [],
  offers: [],
  deferral: null,
  earlierRequests: [],
  waitlist: null,
  reportRequests: [],
  rejectedNotes: [],
  confirmedServices: [],
  followUps: [],
  cancellation: null,
  holds: [],
  assignment: { teamId: null, coordinatorId: null, since: null },
  cover: null,
  escalation: null,
  delays: [],
  clockResults: [],
  reminders: [],
  dispute: null,
  deceased: null,
};

/** The holds that are still in force. */
export const openHolds = ({ holds }: CoordinationFacets): readonly Hold[] =>
  holds.filter(({ endedAt }) => endedAt === null);

/** The barriers that nobody has lifted. */
export const openBarriers = ({ barriers }: CoordinationFacets): readonly Barrier[] =>
  barriers.filter(({ resolution }) => resolution === null);

/** What remains to be done. */
export const openFollowUps = ({ followUps }: CoordinationFacets): readonly FollowUp[] =>
  followUps.filter(({ completedAt }) => completedAt === null);
