import type { Direction, Urgency } from '@referral/values';

/** Where a figure comes from: the event, when it took effect and when it was written down. */
export interface Mark {
  readonly eventId: string;
  readonly at: string;
  readonly recordedAt: string;
}

/** Whether something had come about at an instant, UTC with milliseconds. */
export const reachedBy = (mark: Mark | undefined, now: string): boolean => mark !== undefined && mark.at <= now;

/** The facts that metrics start and stop with; each is kept at its first occurrence in a cycle. */
export const milestones = [
  'received',
  'complete',
  'triageStarted',
  'triageDecided',
  'accepted',
  'scheduled',
  'attended',
  'reportReceived',
  'reportForwarded',
  'reportAcknowledged',
  'closed',
  'loopClosed',
] as const;
export type Milestone = (typeof milestones)[number];

/** One round of work on a referral: a reopening begins the next. */
export interface Cycle {
  readonly cycle: number;
  readonly marks: Readonly<Partial<Record<Milestone, Mark>>>;
  /** When the work of the cycle ended, by whatever end. */
  readonly endedAt: string | null;
  readonly closureOutcome: string | null;
}

/** One booked visit and what became of it. */
export interface VisitFact {
  readonly appointmentId: string;
  readonly start: string;
  /** `released`: still open when its referral was declined or closed. */
  readonly outcome: 'open' | 'attended' | 'missed' | 'cancelled' | 'released';
  readonly outcomeEventId: string | null;
  /** Cancelled or released before its start. */
  readonly cancelledInAdvance: boolean;
}

/** Everything that the metrics need of one referral. Codes, ids and times; no patient data. */
export interface TurnaroundFacts {
  readonly referralId: string;
  readonly direction: Direction;
  readonly specialty: string;
  readonly urgency: Urgency;
  readonly type: string;
  /** The first cycle, on which headline figures rest. */
  readonly first: Cycle;
  readonly laterCycles: readonly Cycle[];
  readonly visits: readonly VisitFact[];
}
