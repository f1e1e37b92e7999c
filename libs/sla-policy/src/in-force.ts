import { inForceAt } from '@referral/eventsourcing';
import { type BusinessCalendar, defaultCalendar } from './business-calendar';
import { defaultPolicy } from './default-policy';
import type { SlaPolicy } from './sla-policy';

/** Where something was published: the key of its place in the log. */
export interface Placed {
  readonly position: string;
}

/** What a site has published about time, each list in the order of publication. */
export interface PublishedPolicies {
  readonly policies: readonly (SlaPolicy & Placed)[];
  readonly calendars: readonly (BusinessCalendar & Placed)[];
}

/** A policy and the calendar that it counts by. */
export interface PolicyInForce {
  readonly policy: SlaPolicy;
  readonly calendar: BusinessCalendar;
}

/** Nothing published: the defaults hold. */
export const nothingPublished: PublishedPolicies = { policies: [], calendars: [] };

const publishedBefore = <Version extends Placed>(versions: readonly Version[], place: string): readonly Version[] =>
  versions.some(({ position }) => position >= place) ? versions.filter(({ position }) => position < place) : versions;

/** As much as the log had told of it before a place. */
export const publishedAt = ({ policies, calendars }: PublishedPolicies, place: string): PublishedPolicies => ({
  policies: publishedBefore(policies, place),
  calendars: publishedBefore(calendars, place),
});

/**
 * What binds a clock that started at an instant, for as long as it runs: the versions in force then. The default policy and calendar
 * hold until a site publishes its own, and a calendar that is not in force yet is stood in for by the default one.
 */
export const policyInForce = ({ policies, calendars }: PublishedPolicies, startedAt: string): PolicyInForce => {
  const policy = inForceAt(policies, startedAt) ?? defaultPolicy;
  const known = calendars.filter(({ id }) => id === policy.calendarId);
  return { policy, calendar: inForceAt(known, startedAt) ?? defaultCalendar };
};

/** One version of a policy by the reference that stored events keep; `undefined` when nobody has published it. */
export const policyVersion = ({ policies }: PublishedPolicies, id: string, version: number): SlaPolicy | undefined =>
  [defaultPolicy, ...policies].find((one) => one.id === id && one.version === version);
