import {
  coordinationPolicy,
  countedAttempts,
  distinctDays,
  openBarriers,
  openFollowUps,
  openHolds,
  type RegisteredReferral,
} from '@referral/referral';
import type { PublishedPolicies } from '@referral/sla-policy';
import { utc } from '../shared/utc';
import { nextAttemptAt } from './contact-due';

const utcOr = (instant: string | null | undefined): string | null => (instant ? utc(instant) : null);

/** What people do around a referral, as queues filter and sort by it (domain.md 4.1). Instants are UTC. */
export const coordinationFields = (referral: RegisteredReferral, published: PublishedPolicies) =>
  Object.assign(
    assignmentFields(referral),
    holdFields(referral),
    contactFields(referral, published),
    laterFields(referral),
  );

const laterFields = (referral: RegisteredReferral) => Object.assign(bookingFields(referral), delayFields(referral));

/** The fields that `coordinationFields` gives. */
export type CoordinationFields = ReturnType<typeof coordinationFields>;

const assignmentFields = ({ facets }: RegisteredReferral) => ({
  team: facets.assignment.teamId,
  coordinatorId: facets.assignment.coordinatorId,
  claimedAt: utcOr(facets.assignment.since),
  /** Whoever stands in for the coordinator. */
  coveringForId: facets.cover?.coveringId ?? null,
});

const holdFields = ({ facets }: RegisteredReferral) => {
  const holds = openHolds(facets).map(({ reason, since, expectedUntil, pausesClocks }) => ({
    reason,
    since: utc(since),
    expectedUntil: utcOr(expectedUntil),
    pauses: pausesClocks,
  }));
  return {
    holds,
    onHold: holds.length > 0,
    /** When the first of the open holds was expected to end. */
    holdExpectedUntil:
      holds
        .flatMap(({ expectedUntil }) => expectedUntil ?? [])
        .sort()
        .at(0) ?? null,
    blockingHold: holds.some(({ reason }) => coordinationPolicy.holdsThatBlockBooking.includes(reason)),
  };
};

const contactFields = (referral: RegisteredReferral, published: PublishedPolicies) => {
  const { facets, cycle } = referral;
  const { reachedAt, exhausted, attempts } = facets.outreach;
  const counted = countedAttempts(referral);
  const toPatient = facets.statusUpdates.filter(({ to }) => to.type === 'patient').map(({ at }) => utc(at));
  const lastPatientUpdateAt = toPatient.sort().at(-1) ?? null;
  const barriers = openBarriers(facets).map(({ barrierId, type, severity }) => ({ id: barrierId, type, severity }));
  const tries = attempts.filter((attempt) => attempt.cycle === cycle && attempt.party === 'patient');
  return {
    outreach: {
      counted: counted.length,
      distinctDays: distinctDays(counted),
      lastAttemptAt: utcOr(tries.at(-1)?.at),
      reached: reachedAt !== null,
      exhausted: exhausted !== null,
      nextAttemptAt: nextAttemptAt(referral, published),
    },
    lastPatientUpdateAt,
    /** Since when the patient has heard nothing: the newest word, or the receipt. */
    patientWaitsSince: lastPatientUpdateAt ?? utc(referral.registration.receivedAt),
    openBarriers: barriers,
    /** Of the gravest open barrier; `null` when there is none. */
    barrierSeverity: barriers.length === 0 ? null : Math.max(...barriers.map(({ severity }) => severity)),
  };
};

const lastOf = (instants: readonly string[]): string | null => [...instants].sort().at(-1) ?? null;

/** Whoever has taken a time chooses no more: it is to be booked. A former destination, and its times, are gone with its acceptance. */
const openInPortal = ({ offers, acceptance }: RegisteredReferral['facets']): readonly string[] => {
  if (acceptance === null || offers.some(({ response }) => response === 'accepted')) return [];
  return offers
    .filter(({ via, response, offeredAt }) => {
      return via === 'portal' && response === null && utc(offeredAt) >= utc(acceptance.acceptedAt);
    })
    .flatMap(({ slots }) => slots.map(({ start }) => utc(start)));
};

const bookingFields = ({ facets }: RegisteredReferral) => ({
  offersDeclined: facets.offers.filter(({ response }) => response === 'declined').length,
  /** The last time that the patient can still choose alone, of those offered in the portal; `null` when there is none. */
  selfSchedulingUntil: lastOf(openInPortal(facets)),
  bookingDeferredAt: utcOr(facets.deferral?.since),
  deferredContactBy: utcOr(facets.deferral?.expectedContactBy),
  waitlist: { active: facets.waitlist !== null, joinedAt: utcOr(facets.waitlist?.joinedAt) },
  openFollowUps: openFollowUps(facets).length,
  cancellation:
    facets.cancellation && facets.cancellation.answer === null
      ? { requestedAt: utc(facets.cancellation.requestedAt), by: facets.cancellation.by }
      : null,
});

const delayFields = ({ facets }: RegisteredReferral) => {
  const reminders = facets.reminders
    .filter(({ status }) => status !== 'cleared')
    .map(({ dueAt, what }) => ({ dueAt: utc(dueAt), what }));
  return {
    dispute: facets.dispute && { openedAt: utc(facets.dispute.openedAt), status: facets.dispute.status },
    escalationLevel: facets.escalation?.level ?? 0,
    escalatedAt: utcOr(facets.escalation?.at),
    escalationAckAt: utcOr(facets.escalation?.acknowledged?.at),
    reminders,
    nextReminderAt: reminders.map(({ dueAt }) => dueAt).sort()[0] ?? null,
  };
};
