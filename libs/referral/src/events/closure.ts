import type { Reason } from '@referral/values';
import type { ReopenableStage } from '../stages';
import type { ClosureOutcome, NoteVisibility } from '../values/vocabulary';
import type { Fact } from './event';

/** The referral is finished. */
export type ReferralClosed = Fact<
  'ReferralClosed',
  {
    readonly closureOutcome: ClosureOutcome;
    readonly evidenceEventIds: readonly string[];
    readonly patientInformed: boolean;
    readonly referrerInformed: boolean;
    readonly reason?: Reason;
  }
>;

/** Work on a finished referral begins anew; `cycle` counts from 1. */
export type ReferralReopened = Fact<
  'ReferralReopened',
  { readonly toStage: ReopenableStage; readonly reason: Reason; readonly cycle: number }
>;

/** Someone wrote something down. */
export type NoteAdded = Fact<
  'NoteAdded',
  {
    readonly noteId: string;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly text: string | null;
    readonly visibility: NoteVisibility;
  }
>;
