import type { ReferralEvent } from '../events/referral-event';
import type { Stage } from '../stages';
import {
  accepted,
  acknowledged,
  attended,
  cancellationRequested,
  cancelled,
  closed,
  complete,
  declined,
  eligible,
  expired,
  forwarded,
  informationRequested,
  missed,
  received,
  receivedIncomplete,
  referralCancelled,
  reported,
  scheduled,
  triageStarted,
  urgencyAssigned,
} from './facts';
import { drafted, enteredInError } from './facts/content';
import { superseded } from './facts/redirection';

const inTriage = [received, complete, triageStarted, urgencyAssigned];
const ready = [...inTriage, accepted, eligible];
const booked = [...ready, scheduled];
const seen = [...booked, attended];
const answered = [...seen, reported, forwarded, acknowledged];

/** Stages that commands of today reach. */
export type ReachedStage = Stage;

/** The plain history that leads to each stage. */
export const histories: Readonly<Record<ReachedStage, readonly ReferralEvent[]>> = {
  draft: [drafted],
  received: [received, complete],
  awaiting_information: [receivedIncomplete, informationRequested],
  in_triage: inTriage,
  accepted: ready,
  scheduled: booked,
  visit_missed: [...booked, missed],
  visit_cancelled: [...booked, cancelled],
  visit_completed: seen,
  report_received: [...seen, reported],
  closed: [...answered, closed],
  declined: [...inTriage, declined],
  superseded: [...ready, superseded],
  entered_in_error: [received, complete, enteredInError],
  cancellation_requested: [...ready, cancellationRequested],
  cancelled: [...ready, cancellationRequested, referralCancelled],
  expired: [...ready, expired],
};

/** The whole life of a referral, to the closed loop. */
export const closedLoop: readonly ReferralEvent[] = histories.closed;

/** The report is acknowledged; only the closing is left. */
export const acknowledgedReport: readonly ReferralEvent[] = answered;
