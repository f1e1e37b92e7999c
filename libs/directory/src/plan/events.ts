import type { EventType, Fact, Version } from '@referral/eventsourcing';
import type { Channel, Reason } from '@referral/values';

/** Whether a payer wants to be asked before a service. */
export const authorizationNeeds = ['required', 'not_required', 'conditional', 'performer_must_request'] as const;
export type AuthorizationNeed = (typeof authorizationNeeds)[number];

/** What a plan asks for one category of services. */
export interface PlanRule {
  readonly serviceCategory: string;
  readonly authNeeded: AuthorizationNeed;
  readonly referralRequired: boolean;
  readonly visitLimit?: number;
  readonly submissionChannels: readonly Channel[];
  /** Hours within which the payer decides: standard and expedited. */
  readonly decisionHours?: { readonly standard: number; readonly expedited: number };
}

/** What one version says. */
export interface PlanProfileTerms {
  readonly planId: string;
  readonly payerId: string;
  readonly name: string;
  readonly rules: readonly PlanRule[];
}

/** A version was published; it never changes. */
export type PlanProfileVersionPublished = Fact<'PlanProfileVersionPublished', PlanProfileTerms & Version>;

/** Nothing relies on it any more that has not begun yet. */
export type PlanProfileRetired = Fact<'PlanProfileRetired', { readonly reason: Reason }>;

/** Everything that can have happened to a plan profile. */
export type PlanProfileEvent = PlanProfileVersionPublished | PlanProfileRetired;

/** How each event is stored. */
export const planProfileEventTypes: Readonly<Record<PlanProfileEvent['type'], EventType>> = {
  PlanProfileVersionPublished: { schemaVersion: 1, phi: [] },
  PlanProfileRetired: { schemaVersion: 1, phi: [] },
};
