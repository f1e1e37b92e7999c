import type { EventType, Fact } from '@referral/eventsourcing';
import type { Channel, PartyRef, Reason } from '@referral/values';
import type { ComplaintOutcome, Severity } from './vocabulary';

/** Its clocks count from here: acknowledged within 2 business days, resolved within 30 calendar days. */
export type ComplaintReceived = Fact<
  'ComplaintReceived',
  {
    readonly complaintId: string;
    readonly from: PartyRef;
    readonly channel: Channel;
    /** What it is about, as a code or in a few words without patient data. */
    readonly about: string;
    readonly referralIds: readonly string[];
    readonly severity: Severity;
    /** Whose key protects the text; absent when it concerns no one patient. */
    readonly patientId?: string;
    /** PHI; `null` when its key was destroyed. */
    readonly text: string | null;
  }
>;

export type ComplaintAcknowledged = Fact<'ComplaintAcknowledged', { readonly by: string; readonly channel: Channel }>;

export type ComplaintInvestigated = Fact<
  'ComplaintInvestigated',
  {
    readonly by: string;
    /** PHI; `null` when its key was destroyed. */
    readonly findings: string | null;
  }
>;

export type ComplaintResolved = Fact<
  'ComplaintResolved',
  { readonly outcome: ComplaintOutcome; readonly remedy?: string }
>;

export type ComplaintReopened = Fact<'ComplaintReopened', { readonly reason: Reason }>;

/** Everything that can have happened to a complaint. */
export type ComplaintEvent =
  ComplaintReceived | ComplaintAcknowledged | ComplaintInvestigated | ComplaintResolved | ComplaintReopened;

/** How each event is stored. */
export const complaintEventTypes: Readonly<Record<ComplaintEvent['type'], EventType>> = {
  ComplaintReceived: { schemaVersion: 1, phi: ['text'] },
  ComplaintAcknowledged: { schemaVersion: 1, phi: [] },
  ComplaintInvestigated: { schemaVersion: 1, phi: ['findings'] },
  ComplaintResolved: { schemaVersion: 1, phi: [] },
  ComplaintReopened: { schemaVersion: 1, phi: [] },
};
