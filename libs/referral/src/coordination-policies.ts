import type { Channel, ClockId, Urgency } from '@referral/values';
import type { HoldReason } from './values/clocks';

/** When outreach is exhausted, by how soon the patient must be seen. */
export interface OutreachRule {
  readonly attempts: number;
  readonly distinctDays: number;
  /** Channels of which the attempts use at least so many. */
  readonly channels: number;
  /** Business days from the first counted attempt to the last. */
  readonly overBusinessDays: number;
  /** Attempts of which at least so many are made outside office hours. */
  readonly outsideOfficeHours: number;
  /** A letter goes to the patient, or the referrer is called, before the wait. */
  readonly then: 'letter' | 'call_to_referrer';
  /** Business days to wait after that. */
  readonly waitBusinessDays: number;
}

/** One version of the contact policy (3.18). Hours are of the policy's time zone, `HH:MM`. */
export interface OutreachPolicy {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly timeZone: string;
  /** Patients are called within these hours only; what is sent in writing may come at any time. */
  readonly permittedHours: { readonly from: string; readonly to: string };
  readonly officeHours: { readonly from: string; readonly to: string };
  readonly spoken: readonly Channel[];
  readonly rules: Readonly<Record<Urgency, OutreachRule>>;
}

const threeDays: OutreachRule = {
  attempts: 3,
  distinctDays: 3,
  channels: 2,
  overBusinessDays: 5,
  outsideOfficeHours: 1,
  then: 'letter',
  waitBusinessDays: 10,
};

const sameDay: OutreachRule = {
  attempts: 2,
  distinctDays: 1,
  channels: 1,
  overBusinessDays: 0,
  outsideOfficeHours: 0,
  then: 'call_to_referrer',
  waitBusinessDays: 2,
};

/** The contact policy in force. */
export const outreachPolicy: OutreachPolicy = {
  id: 'default',
  version: 1,
  effectiveFrom: '2026-01-01',
  timeZone: 'America/New_York',
  permittedHours: { from: '08:00', to: '21:00' },
  officeHours: { from: '09:00', to: '17:00' },
  spoken: ['phone', 'walk_in'],
  rules: { stat: sameDay, urgent: sameDay, expedited: threeDays, routine: threeDays },
};

/** Numbers and lists that a site sets for the work around a referral; a change is a new version with a later `effectiveFrom`. */
export interface CoordinationPolicy {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
  /** Days of notice from which an offered time is reasonable. */
  readonly reasonableNoticeDays: Readonly<Record<Urgency, number>>;
  /** Requests after which, once the last is overdue, a report counts as not to be had (guard of T24). */
  readonly reportRequests: number;
  /** Days in which someone looks at what came to a closed loop (T36). */
  readonly lateNoteReviewDays: number;
  /** Days within which a cancelled referral can be reopened. */
  readonly reopenCancelledDays: number;
  /** Days after the end of validity within which a booked visit keeps a referral from expiring (guard of T31). */
  readonly expiryGraceDays: number;
  /** Reasons of holds that keep a visit from being booked. */
  readonly holdsThatBlockBooking: readonly HoldReason[];
}

/** The policy in force. Notice: three weeks as in one public trust's access policy; the others are the project's defaults. */
export const coordinationPolicy: CoordinationPolicy = {
  id: 'default',
  version: 1,
  effectiveFrom: '2026-01-01',
  reasonableNoticeDays: { stat: 0, urgent: 0, expedited: 0, routine: 21 },
  reportRequests: 3,
  lateNoteReviewDays: 14,
  reopenCancelledDays: 30,
  expiryGraceDays: 14,
  holdsThatBlockBooking: ['clinical_not_ready', 'legal'],
};

/**
 * The reasons that pause each clock, as version 1 of the default service level policy says: a copy, because domains do not import each
 * other. A spec beside the projections holds the two equal.
 */
export const pausePolicy: {
  readonly slaPolicyId: string;
  readonly slaPolicyVersion: number;
  readonly pausableBy: Readonly<Partial<Record<ClockId, readonly HoldReason[]>>>;
} = {
  slaPolicyId: 'default',
  slaPolicyVersion: 1,
  pausableBy: {
    K2: ['awaiting_referrer'],
    K4: ['awaiting_payer'],
    K5: ['awaiting_referrer'],
    K7: ['patient_unavailable'],
    K8: ['awaiting_payer', 'patient_choice'],
    K9: ['patient_choice', 'patient_unavailable'],
    K10: ['patient_unavailable'],
  },
};
