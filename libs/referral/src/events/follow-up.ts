import type { Channel, Coding, PartyRef, Reason } from '@referral/values';
import type { AttendanceEvidence } from '../values/vocabulary';
import type { Fact } from './event';

/** The specialist was asked for the report. */
export type ReportRequested = Fact<
  'ReportRequested',
  {
    /** 1 for the first request of a cycle. */
    readonly attemptNo: number;
    readonly to: PartyRef;
    readonly channel: Channel;
    readonly dueAt: string;
  }
>;

/** A note was filed that does not belong here. */
export type ConsultNoteRejected = Fact<'ConsultNoteRejected', { readonly documentId: string; readonly reason: Reason }>;

/** The service was rendered, as someone confirms. */
export type ServiceConfirmed = Fact<
  'ServiceConfirmed',
  { readonly what: Coding; readonly evidence: AttendanceEvidence }
>;

/** Something remains to be done for the patient, or about the report. */
export type FollowUpPlanned = Fact<
  'FollowUpPlanned',
  {
    readonly followUpId: string;
    /** Carries no patient data. */
    readonly what: string;
    readonly dueAt: string;
    /** `null` while nobody has the referral. */
    readonly ownerId: string | null;
  }
>;

/** What remained is done. */
export type FollowUpCompleted = Fact<'FollowUpCompleted', { readonly followUpId: string; readonly outcome?: Reason }>;
