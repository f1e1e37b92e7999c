import type { Telling } from '../step';
import { acting, of, specialties, staff } from '../world';
import { arrivalOfSuccessor } from './successor';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** The referral is reviewed: taken, refused, answered or sent elsewhere. */
export function* triage(one: ReferralCase): Telling<Goes> {
  const { draws, story, reviewer } = one;
  story.wait(1, 16);
  yield* one.tell('StartTriage', reviewer, { reviewerId: reviewer.userId });
  story.tick(0.05, 0.4);
  yield* one.tell('SetUrgency', reviewer, {
    to: draws.share({ routine: 76, expedited: 10, urgent: 12, stat: 2 }),
    basis: draws.pick(['protocol', 'clinical_judgement']),
    reason: { code: 'protocol' },
  });
  if (one.rests('in_triage')) return 'no_further';
  story.wait(0.2, 20);
  switch (one.fate) {
    case 'declined':
      return yield* declined(one);
    case 'advice':
      yield* one.tell('ReturnWithAdvice', reviewer, {
        advice: 'Synthetic advice: treat for four weeks, refer again if it does not help.',
        followUpSuggested: false,
      });
      yield* one.inform('referrer', 'advice_given');
      return 'no_further';
    case 'superseded':
      return yield* superseded(one);
    case 'loop_closed':
    case 'redirected':
    case 'in_error':
    case 'cancelled':
    case 'cancellation_dropped':
    case 'expired':
    case 'unable_to_contact':
    case 'denied':
    case 'not_covered':
    case 'missed_visits':
    case 'no_report':
    case 'reopened':
    case 'elsewhere':
      return yield* taken(one);
  }
}

function* taken(one: ReferralCase): Telling<Goes> {
  const { draws, story, clinicDesk } = one;
  yield* one.tell('AcceptReferral', clinicDesk, {
    acceptedBy: one.clinic,
    destination: one.clinic,
    service: one.specialty.service,
    ...(draws.chance(0.3) ? { appropriatenessScore: draws.whole(5, 9) } : {}),
  });
  if (one.fate === 'redirected') yield* redirected(one);
  story.wait(0.2, 6);
  yield* one.inform('referrer', 'accepted');
  if (draws.chance(0.6)) {
    story.tick(0.05, 0.5);
    yield* one.inform('patient', 'accepted');
  }
  return one.rests('accepted') ? 'no_further' : 'on';
}

function* declined(one: ReferralCase): Telling<Goes> {
  const { draws, story } = one;
  yield* one.tell('DeclineReferral', one.clinicDesk, {
    by: one.clinic,
    reason: { code: draws.pick(['more_appropriate_specialty', 'no_capacity', 'inappropriate_service']) },
    notifiedReferrer: draws.chance(0.8),
  });
  story.wait(0.5, 10);
  yield* one.inform('referrer', 'declined');
  return 'no_further';
}

/** The clinic has no room after all: the same order goes to the other one, which reviews it anew. */
function* redirected(one: ReferralCase): Telling {
  const { story, specialty, reviewer } = one;
  const other = specialty.clinics.find(({ id }) => id !== one.clinic.id) ?? one.clinic;
  story.wait(4, 40);
  yield* one.tell('RedirectReferral', one.coordinator, {
    to: other,
    mode: 'same_order_new_destination',
    reason: { code: 'no_capacity' },
    patientInformed: true,
  });
  one.clinic = other;
  story.wait(2, 20);
  yield* one.tell('StartTriage', reviewer, { reviewerId: reviewer.userId });
  story.wait(0.5, 8);
  yield* one.tell('AcceptReferral', of(other, 'receiving_party'), {
    acceptedBy: other,
    destination: other,
    service: specialty.service,
  });
}

/** Another specialty is right: a new referral to it takes the place of this one. */
function* superseded(one: ReferralCase): Telling<Goes> {
  const { draws, story } = one;
  const other = draws.pick(specialties.filter(({ code }) => code !== one.specialty.code));
  const successorId = yield* arrivalOfSuccessor(one, other, acting(draws.pick(staff.intake)));
  story.tick(0.05, 0.3);
  yield* one.tell('RedirectReferral', one.reviewer, {
    to: draws.pick(other.clinics),
    mode: 'new_referral',
    successorId,
    reason: { code: 'more_appropriate_specialty' },
    patientInformed: true,
  });
  return 'no_further';
}
