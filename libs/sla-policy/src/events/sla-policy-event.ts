import type { EventType, Fact, Version } from '@referral/eventsourcing';
import type { SlaClock } from '../sla-policy';

/** What one version of a policy promises. */
export interface PolicyTerms {
  readonly policyId: string;
  readonly calendarId: string;
  /** All clocks, each with what starts, stops and pauses it. */
  readonly clocks: readonly SlaClock[];
}

/** A version of the promises about time was published; it never changes. */
export type SlaPolicyVersionPublished = Fact<'SlaPolicyVersionPublished', PolicyTerms & Version>;

/** Everything that can have happened to a policy. */
export type SlaPolicyEvent = SlaPolicyVersionPublished;

/** How each event is stored. */
export const slaPolicyEventTypes: Readonly<Record<SlaPolicyEvent['type'], EventType>> = {
  SlaPolicyVersionPublished: { schemaVersion: 1, phi: [] },
};
