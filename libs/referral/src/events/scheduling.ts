import type { Identifier, Interval, PartyRef, Reason } from '@referral/values';
import type { GateOverride } from '../values/gate-override';
import type { AttendanceEvidence, Canceller, Rescheduler, VisitMode, VisitType } from '../values/vocabulary';
import type { Fact } from './event';

/** A visit is booked. */
export type AppointmentScheduled = Fact<
  'AppointmentScheduled',
  {
    readonly appointmentId: string;
    readonly destination: PartyRef;
    readonly start: string;
    readonly end: string;
    /** IANA name of the zone in which the visit takes place. */
    readonly timeZone: string;
    readonly mode: VisitMode;
    readonly visitType: VisitType;
    readonly authorizationId?: string;
    /** The EligibilityVerified that the booking relies on; absent when its gate was overridden. */
    readonly eligibilityEventId?: string;
    readonly bookedBy: string;
    readonly externalIds: readonly Identifier[];
    readonly preparation?: string;
    readonly interpreterNeeded: boolean;
    readonly overrides?: readonly GateOverride[];
  }
>;

/** A booked visit was moved. */
export type AppointmentRescheduled = Fact<
  'AppointmentRescheduled',
  {
    readonly appointmentId: string;
    readonly from: Required<Interval>;
    readonly to: Required<Interval>;
    readonly initiatedBy: Rescheduler;
    readonly reason: Reason;
  }
>;

/** A booked visit will not take place. */
export type AppointmentCancelled = Fact<
  'AppointmentCancelled',
  {
    readonly appointmentId: string;
    readonly initiatedBy: Canceller;
    readonly reason: Reason;
    /** Hours from the cancellation to the start, two decimals; negative after it. */
    readonly noticeHours: number;
    readonly late: boolean;
  }
>;

/** The patient was seen. Without `appointmentId` where none was booked. */
export type AppointmentAttended = Fact<
  'AppointmentAttended',
  {
    readonly appointmentId?: string;
    readonly arrivedLate?: boolean;
    readonly encounterId?: string;
    readonly evidence: AttendanceEvidence;
  }
>;

/** The patient did not come. */
export type AppointmentMissed = Fact<
  'AppointmentMissed',
  {
    readonly appointmentId: string;
    readonly reason?: Reason;
    readonly contactedSameDay: boolean;
    /** Missed visits of this referral so far, this one included. */
    readonly missedCount: number;
  }
>;
