/**
 * Numbers that a site's policy sets, not a rule of the domain. A change is a new version with a later `effectiveFrom`.
 * Sources: the project's defaults for invariants I12, I18, I24, I34 and I52, the late-cancel rate R05 and the missed-visit policy of 3.18.
 */
export interface ReferralPolicy {
  readonly id: string;
  readonly version: number;
  /** Calendar date from which this version is in force. */
  readonly effectiveFrom: string;
  readonly eligibility: {
    /** Days that may lie between a payer's as-of date and the visit. */
    readonly maximumAgeDays: number;
    /** From the 1st of the visit's month on, an answer from before that day no longer counts. */
    readonly recheckOnFirstOfVisitMonth: boolean;
  };
  /** Minutes before the start from which a patient can have arrived. */
  readonly earlyArrivalMinutes: number;
  /** A cancellation with less notice than this many hours is late. */
  readonly lateCancellationHours: number;
  /** After this many missed visits a referral is not simply booked again. */
  readonly missedVisitLimit: number;
  /** Days after a decline for which the same destination is asked again only with something new (I52). */
  readonly repeatAfterDeclineDays: number;
  /** Months for which a verified address of a destination can be sent to (I24). */
  readonly addressVerifiedMonths: number;
  readonly backdating: {
    /** Hours that anyone may date a fact back. */
    readonly hours: number;
    /** Days that a lead may date a fact back. */
    readonly daysWithLead: number;
  };
}

/** The policy in force. */
export const referralPolicy: ReferralPolicy = {
  id: 'default',
  version: 1,
  effectiveFrom: '2026-01-01',
  eligibility: { maximumAgeDays: 30, recheckOnFirstOfVisitMonth: true },
  earlyArrivalMinutes: 60,
  lateCancellationHours: 24,
  missedVisitLimit: 2,
  repeatAfterDeclineDays: 14,
  addressVerifiedMonths: 12,
  backdating: { hours: 72, daysWithLead: 365 },
};

/** The requirement set and the SLA policy that hold until sites publish their own. */
export const defaultRequirements = { requirementSetId: 'default', requirementSetVersion: 1 } as const;
export const defaultSlaPolicy = { slaPolicyId: 'default', slaPolicyVersion: 1 } as const;
