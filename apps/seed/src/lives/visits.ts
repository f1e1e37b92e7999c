import type { Telling } from '../step';
import { dateOf, dayMs, stamp, timeZone, visitAfter, visitMs } from '../virtual-time';
import { system } from '../world';
import { unitUsed } from './authorization';
import { eligibility } from './payer';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** Missed visits after which a referral is not simply booked again. */
const MISSES = 2;

interface Booked {
  readonly appointmentId: string;
  readonly start: number;
}

/** Visits are offered and booked, moved, cancelled or missed, and booked again, until the patient is seen. */
export function* visits(one: ReferralCase): Telling<Goes> {
  const { draws, story } = one;
  let missed = 0;
  for (let round = 1; round <= 4; round += 1) {
    const booked = yield* bookedVisit(one);
    if (!booked || one.rests('scheduled')) return 'no_further';
    if (one.rests('visit_cancelled') || (round === 1 && draws.chance(0.07))) {
      yield* cancelledVisit(one, booked);
      if (one.rests('visit_cancelled')) return 'no_further';
      story.wait(4, 50);
      continue;
    }
    story.until(booked.start + visitMs);
    const misses = one.fate === 'missed_visits' || one.rests('visit_missed') || (missed === 0 && draws.chance(0.09));
    if (!misses) return yield* attended(one, booked);
    story.wait(0.5, 5);
    yield* one.tell('RecordNoShow', one.clinicDesk, {
      appointmentId: booked.appointmentId,
      contactedSameDay: draws.chance(0.6),
    });
    missed += 1;
    if (one.rests('visit_missed')) return 'no_further';
    story.wait(4, 60);
    if (missed >= MISSES) return yield* givenUp(one);
  }
  return 'no_further';
}

/** The payer is asked anew after some days, and in another month. */
const isStale = ({ eligibleAt, story }: ReferralCase): boolean =>
  story.now - eligibleAt > 4 * dayMs || dateOf(story.now).slice(0, 7) !== dateOf(eligibleAt).slice(0, 7);

function* bookedVisit(one: ReferralCase): Telling<Booked | null> {
  const { draws, story, coordinator, person } = one;
  if (isStale(one)) yield* eligibility(one);
  story.tick(0.05, 0.5);
  const start = visitAfter(draws, story.now, draws.whole(5, 18));
  if (draws.chance(0.3)) {
    const slots = [0, 1].map((index) => ({
      start: stamp(start + index * dayMs),
      end: stamp(start + index * dayMs + visitMs),
      location: one.clinic.name ?? one.clinic.id,
      mode: 'in_person',
    }));
    const offerId = yield* one.made('offerId', 'OfferAppointment', coordinator, { slots, offeredVia: 'phone' });
    story.tick(0.1, 3);
    yield* one.tell('RecordOfferResponse', coordinator, { offerId, response: 'accepted', slot: slots[0] });
    story.tick(0.02, 0.1);
  }
  const appointmentId = yield* one.made('appointmentId', 'ScheduleAppointment', coordinator, {
    destination: one.clinic,
    start: stamp(start),
    end: stamp(start + visitMs),
    timeZone,
    mode: draws.share({ in_person: 88, telehealth: 12 }),
    visitType: 'initial',
    ...(one.authorizationId === undefined ? {} : { authorizationId: one.authorizationId }),
    bookedBy: coordinator.userId,
    preparation: 'Bring the list of medicines.',
    interpreterNeeded: person.interpreterNeeded,
  });
  if (appointmentId === '') return null;
  if (draws.chance(0.5)) {
    story.tick(0.05, 0.3);
    yield* one.inform('patient', 'scheduled');
  }
  if (one.left === null && draws.chance(0.1)) return yield* moved(one, { appointmentId, start });
  return { appointmentId, start };
}

function* moved(one: ReferralCase, { appointmentId, start }: Booked): Telling<Booked> {
  const { draws, story, coordinator } = one;
  story.wait(2, 60);
  const next = visitAfter(draws, start, draws.whole(1, 5));
  const outcome = yield* one.tell('RescheduleAppointment', coordinator, {
    appointmentId,
    to: { start: stamp(next), end: stamp(next + visitMs) },
    initiatedBy: draws.pick(['patient', 'provider']),
    reason: { code: 'other_engagement' },
  });
  return { appointmentId, start: outcome.kind === 'done' ? next : start };
}

function* cancelledVisit(one: ReferralCase, { appointmentId, start }: Booked): Telling {
  const { draws, story, coordinator } = one;
  story.until(start - draws.whole(1, 4) * dayMs).wait(0, 2);
  const [initiatedBy, code] = draws.pick([
    ['patient', 'patient_unwell'],
    ['patient', 'other_engagement'],
    ['provider', 'clinic_cancelled'],
  ] as const);
  yield* one.tell('CancelAppointment', coordinator, { appointmentId, initiatedBy, reason: { code } });
}

/** The patient was seen; some clinics say so only days later. */
function* attended(one: ReferralCase, { appointmentId, start }: Booked): Telling<Goes> {
  const { draws, story } = one;
  const late = draws.chance(0.15);
  story.wait(late ? 20 : 0.2, late ? 60 : 3);
  const began = stamp(start + draws.whole(0, 15) * 60_000);
  const seen = { appointmentId, evidence: late ? 'phone_confirmation' : 'receiving_system' };
  const told = yield* one.tell('RecordAttendance', one.clinicDesk, { ...seen, occurredAt: began });
  // So late that only a lead could date it back: it counts from now.
  if (told.kind === 'refused') yield* one.tell('RecordAttendance', one.clinicDesk, seen);
  yield* unitUsed(one, appointmentId, start, system);
  return one.rests('visit_completed') ? 'no_further' : 'on';
}

function* givenUp(one: ReferralCase): Telling<Goes> {
  yield* one.tell('CloseReferral', one.coordinator, {
    closureOutcome: 'missed_visits_policy',
    patientInformed: true,
    referrerInformed: true,
    reason: { code: 'other', comment: 'Two visits were missed; the office may refer again.' },
  });
  return 'no_further';
}
