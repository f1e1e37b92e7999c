import type { Referral, RegisteredReferral, ReferralEvent } from '@referral/referral';
import { clockOf, defaultPolicy, triggers } from '@referral/sla-policy';
import { type ClockId, clockIds } from '@referral/values';
import { restartedBy } from './restarted-clocks';

/** The clocks of the policy without K6, which is the payer's own: its authorization tells when it is due. */
export type Clock = Exclude<ClockId, 'K6'>;
export const clocks: readonly Clock[] = clockIds.filter((clock) => clock !== 'K6');

/** The clocks that a queue sorts by. */
export const sortingClocks = ['K1', 'K2', 'K4', 'K5', 'K8', 'K12'] as const satisfies readonly Clock[];
export type SortingClock = (typeof sortingClocks)[number];

type Test = (after: RegisteredReferral) => boolean;

const awaitsRebooking: Test = ({ stage }) => stage === 'visit_missed' || stage === 'visit_cancelled';

const awaitsSubmission: Test = ({ facets }) => facets.authorization === 'required';

/** What must hold, beside the event, for a clock to start: there is nothing left to wait for otherwise. */
const startsOnlyIf: Readonly<Partial<Record<Clock, Test>>> = {
  K2: ({ facets }) => !facets.acceptance,
  K4: ({ facets }) => facets.eligibility.status === 'unknown' || facets.eligibility.status === 'pending',
  K5: awaitsSubmission,
  K10: awaitsRebooking,
  K11: ({ facets }) => !facets.report,
};

/** What must hold, beside the event, for a clock to stop. */
const stopsOnlyIf: Readonly<Partial<Record<Clock, Test>>> = {
  K3: ({ facets }) => facets.informationRequests.every(({ open }) => open.length === 0),
};

/** What stops a clock whatever the event: its question no longer arises. */
const stopsWhen: Readonly<Partial<Record<Clock, Test>>> = {
  K4: ({ facets }) => !facets.acceptance,
  K5: (after) => !awaitsSubmission(after),
  K7: ({ facets }) => !facets.acceptance || facets.appointments.length > 0,
  K8: ({ facets }) => !facets.acceptance,
  K10: (after) => !awaitsRebooking(after),
  K12: ({ facets }) => facets.report?.forwardedTo.length === 0,
  K14: ({ stage }) => stage !== 'cancellation_requested',
};

/** The instant from which a clock runs because of an event; `null` when the event does not start it. */
export const startOf = (clock: Clock, event: ReferralEvent, after: RegisteredReferral): string | null => {
  // Where triage began on an override, nothing else will tell that the referral is as complete as it gets.
  if (clock === 'K2' && event.type === 'TriageStarted' && event.data.override)
    return after.cycle === 1 ? after.registration.receivedAt : event.occurredAt;
  const { startsOn } = clockOf(defaultPolicy, clock);
  const begins = startsOn.some((trigger) => triggers(trigger, event)) || restartedBy(event, after).includes(clock);
  return begins && (startsOnlyIf[clock]?.(after) ?? true) ? event.occurredAt : null;
};

/** Whether a clock that ran before an event has stopped. */
export const isStopped = (clock: Clock, event: ReferralEvent, after: RegisteredReferral): boolean => {
  const { stopsOn } = clockOf(defaultPolicy, clock);
  const stops = stopsOn.some((trigger) => triggers(trigger, event)) && (stopsOnlyIf[clock]?.(after) ?? true);
  return stops || (stopsWhen[clock]?.(after) ?? false);
};

/** The referral when it is one: a history without its first fact has none. */
export const registered = (referral: Referral): RegisteredReferral | null =>
  referral.stage === 'none' ? null : referral;
