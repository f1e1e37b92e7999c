import { randomUUID } from 'node:crypto';

/** Synthetic parties and codes that the stories use. */
export const office = { id: 'family-practice', type: 'office', name: 'Synthetic Family Practice' } as const;
export const clinic = { id: 'heart-clinic', type: 'facility', name: 'Synthetic Heart Clinic' } as const;
export const cardiology = { system: 'urn:specialty', code: 'cardiology' } as const;
export const firstVisit = { system: 'urn:service', code: 'first-visit' } as const;
export const because = (code: string) => ({ code, comment: 'Synthetic reason' });

const DAY_MS = 86_400_000;

/** The instant so many days (and hours) from now; negative for the past. */
export const inDays = (days: number, hours = 0): string =>
  new Date(Date.now() + days * DAY_MS + hours * 3_600_000).toISOString();

/** Body of ReceiveReferral, complete unless `more` says otherwise. */
export const referralBody = (more: object = {}): object => ({
  direction: 'incoming',
  patientId: randomUUID(),
  referringParty: office,
  requestedSpecialty: cardiology,
  requestedService: firstVisit,
  clinicalQuestion: 'Synthetic question: palpitations on exertion?',
  type: 'consult',
  claimedUrgency: 'routine',
  validity: { start: inDays(-30).slice(0, 10), end: inDays(180).slice(0, 10) },
  channel: 'fax',
  ...more,
});

/** The commands that bring a received referral to a booked visit, in order. */
export const untilBooked = (start = inDays(3)): readonly (readonly [string, object])[] => [
  ['start-triage', { reviewerId: 'reviewer-1' }],
  ['set-urgency', { to: 'routine', basis: 'protocol', reason: because('protocol') }],
  ['accept-referral', { acceptedBy: clinic, destination: clinic, service: firstVisit }],
  ['verify-eligibility', eligibility()],
  ['schedule-appointment', booking('visit-1', start)],
];

/** Body of VerifyEligibility: covered, no authorization needed. */
export const eligibility = (): object => ({
  coverageId: 'coverage-1',
  outcome: 'active',
  serviceCovered: true,
  network: 'in',
  authRequired: 'no',
  asOfDate: inDays(0).slice(0, 10),
  validThrough: inDays(90).slice(0, 10),
  sourceRef: 'synthetic-271',
});

/** Body of ScheduleAppointment, one hour long. */
export const booking = (appointmentId: string, start: string): object => ({
  appointmentId,
  destination: clinic,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  timeZone: 'America/New_York',
  mode: 'in_person',
  visitType: 'initial',
  bookedBy: 'coordinator-1',
  interpreterNeeded: false,
});

/** Body of AddNote, for the team. */
export const note = (text: string): object => ({ text, visibility: 'team' });
