import { daysBetween, instant, localDate, type Validity } from '@referral/values';
import type { Referral, RegisteredReferral } from './referral';
import { referralPolicy } from './policies';
import { refusal } from './refuse';
import { gates, type Gate, type GateOverride } from './values/gate-override';

/** The visit that someone wants to book or move. */
export interface Visit {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
}

/** A gate that is closed, and what would open it. */
export interface ClosedGate {
  readonly gate: Gate;
  readonly sentence: string;
}

const closed = (gate: Gate, sentence: string): readonly ClosedGate[] => [{ gate, sentence }];
const open: readonly ClosedGate[] = [];

const coverage = ({ facets: { eligibility } }: RegisteredReferral): readonly ClosedGate[] => {
  switch (eligibility.status) {
    case 'unknown':
      return closed('eligibility', 'Eligibility has not been verified.');
    case 'unable_to_verify':
      return closed('eligibility', 'Eligibility could not be verified.');
    case 'inactive':
      return closed('coverage', 'The coverage is inactive: the patient decides first.');
    case 'service_not_covered':
      return closed('coverage', 'The service is not covered: the patient decides first.');
    case 'active':
      return open;
  }
};

const usable: readonly string[] = ['not_required', 'approved', 'partially_approved', 'modified'];

const authorization = ({ facets }: RegisteredReferral): readonly ClosedGate[] =>
  usable.includes(facets.authorization)
    ? open
    : closed('authorization', `The authorization is ${facets.authorization.replaceAll('_', ' ')}.`);

/** I10, I12 and I13 as far as they do not depend on the date of the visit. */
export const coverageGates = (referral: RegisteredReferral): readonly ClosedGate[] => [
  ...coverage(referral),
  ...authorization(referral),
];

const counted: readonly string[] = ['booked', 'attended'];

/** I51 and the guard of T18: whether one more visit may be booked at all. */
export const visitGates = ({ stage, cycle, registration, facets }: RegisteredReferral): readonly ClosedGate[] => {
  const limit = registration.visitsRequested;
  const visits = facets.appointments.filter(({ status }) => counted.includes(status)).length;
  const missed = facets.appointments.filter((visit) => visit.status === 'missed' && visit.cycle === cycle).length;
  const rebooking = stage === 'visit_missed' || stage === 'visit_cancelled';
  return [
    ...(limit !== null && visits >= limit
      ? closed('visits', `All ${limit} requested visits are booked or done.`)
      : open),
    ...(rebooking && missed >= referralPolicy.missedVisitLimit
      ? closed('missed_visits', `After ${missed} missed visits someone reviews the referral first.`)
      : open),
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

const isDate = (bound: string): boolean => !bound.includes('T');

/** True when a visit lies within a period; a bound that is a date means the whole of that day where the visit takes place. */
const within = ({ start, end }: Validity, visit: Visit): boolean => {
  const startsInTime = isDate(start)
    ? localDate(visit.start, visit.timeZone) >= start
    : instant(visit.start) >= instant(start);
  if (end === undefined) return startsInTime;
  const endsInTime = isDate(end) ? localDate(visit.end, visit.timeZone) <= end : instant(visit.end) <= instant(end);
  return startsInTime && endsInTime;
};

/** I12 and I15 for a date. `at`: effective time of the booking. */
export const dateGates = (referral: RegisteredReferral, visit: Visit, at: string): readonly ClosedGate[] => [
  ...freshness(referral, visit, localDate(at, visit.timeZone)),
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

/** Derived, never stored: accepted, and every gate that does not depend on a date is open. */
export const readyToSchedule = (referral: Referral): boolean =>
  referral.stage === 'accepted' && [...coverageGates(referral), ...visitGates(referral)].length === 0;
