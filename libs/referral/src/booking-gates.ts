import { daysBetween, localDate } from '@referral/values';
import { authorizationGates, authorizationPeriodGates, unitGates } from './authorization-gates';
import { closed, open, within, type ClosedGate, type Visit } from './closed-gate';
import { destinationGates, eligibilityGates } from './coverage-gates';
import { openBarriers, openHolds } from './coordination-facets';
import { coordinationPolicy } from './coordination-policies';
import type { Referral, RegisteredReferral } from './referral';
import { referralPolicy } from './policies';
import { recordGates } from './record-gates';
import { refusal } from './refuse';
import { gates, type Gate, type GateOverride } from './values/gate-override';

/** What must be in order for any visit: eligibility, coverage, authorization, documents and consent (I09 to I13). */
export const standingGates = (referral: RegisteredReferral, authorizationId?: string): readonly ClosedGate[] => [
  ...eligibilityGates(referral),
  ...authorizationGates(referral, authorizationId),
  ...recordGates(referral),
];

const counted: readonly string[] = ['booked', 'attended'];

/** I51 and the guard of T18: whether one more visit may be booked at all. */
export const visitGates = (referral: RegisteredReferral): readonly ClosedGate[] => {
  const { stage, cycle, registration, facets } = referral;
  const limit = registration.visitsRequested;
  const visits = facets.appointments.filter(({ status }) => counted.includes(status)).length;
  const missed = facets.appointments.filter((visit) => visit.status === 'missed' && visit.cycle === cycle).length;
  const rebooking = stage === 'visit_missed' || stage === 'visit_cancelled';
  return [
    ...(limit !== null && visits >= limit
      ? closed('visits', `All ${limit} requested visits are booked or done.`)
      : open),
    ...unitGates(referral),
    ...(rebooking && missed >= referralPolicy.missedVisitLimit
      ? closed('missed_visits', `After ${missed} missed visits someone reviews the referral first.`)
      : open),
  ];
};

/** What people have put in the way of a booking: a hold for some reasons, a barrier that says so. */
export const restGates = ({ facets }: RegisteredReferral): readonly ClosedGate[] => {
  const hold = openHolds(facets).find(({ reason }) => coordinationPolicy.holdsThatBlockBooking.includes(reason));
  const barrier = openBarriers(facets).find(({ blocksScheduling }) => blocksScheduling);
  return [
    ...(hold ? closed('hold', `A hold is open: ${hold.reason.replaceAll('_', ' ')}.`) : open),
    ...(barrier ? closed('hold', `A barrier stands in the way: ${barrier.type.replaceAll('_', ' ')}.`) : open),
  ];
};

/** I12 for a date: the payer's answer is near enough to the visit, holds on it, and is no older than the 1st of its month. */
const freshness = (referral: RegisteredReferral, visit: Visit, today: string): readonly ClosedGate[] => {
  const { eligibility } = referral.facets;
  if (eligibility.status !== 'active') return open;
  const { maximumAgeDays, recheckOnFirstOfVisitMonth } = referralPolicy.eligibility;
  const serviceDate = localDate(visit.start, visit.timeZone);
  const firstOfMonth = `${serviceDate.slice(0, 7)}-01`;
  if (Math.abs(daysBetween(eligibility.asOfDate, serviceDate)) > maximumAgeDays)
    return closed('eligibility', `Eligibility is to be verified within ${maximumAgeDays} days of the visit.`);
  if (eligibility.validThrough < serviceDate)
    return closed('eligibility', "The payer's answer does not reach the date of the visit.");
  if (recheckOnFirstOfVisitMonth && today >= firstOfMonth && eligibility.asOfDate < firstOfMonth)
    return closed('eligibility', 'Eligibility is verified anew from the 1st of the month of the visit.');
  return open;
};

/** I12 and I15 for a date. `at`: effective time of the booking. */
export const dateGates = (
  referral: RegisteredReferral,
  visit: Visit & { readonly authorizationId?: string },
  at: string,
): readonly ClosedGate[] => [
  ...freshness(referral, visit, localDate(at, visit.timeZone)),
  ...authorizationPeriodGates(referral, visit, visit.authorizationId),
  ...(within(referral.registration.validity, visit)
    ? open
    : closed('validity', 'The visit lies outside the validity of the referral.')),
];

const overridden = (gate: Gate, overrides: readonly GateOverride[]): boolean =>
  overrides.some((override) => override.gate === gate || override.gate === gates[gate]);

/** Every closed gate needs an approved override. @throws the code of the first closed gate that has none */
export const requireOpen = (closedGates: readonly ClosedGate[], overrides: readonly GateOverride[] = []): void => {
  const standing = closedGates.filter(({ gate }) => !overridden(gate, overrides));
  const [first] = standing;
  if (first) throw refusal(gates[first.gate], first.sentence, { gates: standing.map(({ gate }) => gate) });
};

/** All gates that do not depend on the date of the visit, for the destination that has accepted. */
export const undatedGates = (referral: RegisteredReferral): readonly ClosedGate[] => [
  ...standingGates(referral),
  ...destinationGates(referral, referral.facets.acceptance?.destination.id),
  ...visitGates(referral),
  ...restGates(referral),
];

/** Derived, never stored: accepted, no dispute is open, and every gate that does not depend on a date is open. */
export const readyToSchedule = (referral: Referral): boolean =>
  referral.stage === 'accepted' && referral.facets.dispute?.status !== 'open' && undatedGates(referral).length === 0;
