import type { Telling } from '../step';
import { dayMs, stamp, startOfDate } from '../virtual-time';
import { system } from '../world';
import { cancellation } from './cancellation';
import { complaint } from './complaint';
import { documents } from './documents';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

const attempt = (one: ReferralCase, outcome: string, channel = 'phone'): object => ({
  party: 'patient',
  channel,
  direction: 'out',
  outcome,
  language: one.person.language,
  ...(one.person.interpreterNeeded ? { interpreter: { type: 'phone', id: 'line-1' } } : {}),
  ...(outcome === 'reached' ? {} : { note: 'Synthetic: the line was not answered.' }),
});

/** The patient is reached, what is in the way is dealt with; or nobody answers, and it ends. */
export function* reaching(one: ReferralCase): Telling<Goes> {
  const { draws, story, coordinator, person } = one;
  story.wait(0.5, 16);
  const cancels =
    one.fate === 'cancelled' || one.fate === 'cancellation_dropped' || one.rests('cancellation_requested');
  if (cancels) return yield* cancellation(one);
  if (one.fate === 'unable_to_contact') return yield* unreachable(one);
  if (one.fate === 'expired') return yield* expired(one);
  if (draws.chance(0.35)) {
    yield* one.tell('RecordContactAttempt', coordinator, attempt(one, draws.pick(['no_answer', 'left_message'])));
    story.wait(18, 30);
  }
  yield* one.tell('RecordContactAttempt', coordinator, attempt(one, 'reached'));
  if (one.fate === 'elsewhere') {
    story.tick(0.05, 0.1);
    yield* one.tell('CloseReferral', coordinator, {
      closureOutcome: 'care_obtained_elsewhere',
      patientInformed: true,
      referrerInformed: draws.chance(0.9),
      reason: { code: 'care_completed_elsewhere' },
    });
    return 'no_further';
  }
  if (person.interpreterNeeded) {
    story.tick(0.1, 2);
    yield* one.tell('ArrangeInterpreter', coordinator, {
      language: person.language,
      mode: draws.pick(['phone', 'video', 'in_person']),
      vendor: 'Synthetic Language Line',
    });
  }
  if (draws.chance(0.15)) yield* documents(one);
  if (draws.chance(0.1)) yield* barrier(one);
  if (draws.chance(0.06)) yield* hold(one);
  if (draws.chance(0.05)) yield* complaint(one);
  return 'on';
}

function* barrier(one: ReferralCase): Telling {
  const { draws, story, coordinator } = one;
  story.tick(0.02, 0.1);
  const barrierId = yield* one.made('barrierId', 'IdentifyBarrier', coordinator, {
    type: draws.pick(['transport', 'childcare', 'work_schedule', 'financial', 'fear_or_anxiety']),
    severity: draws.pick([1, 2, 3]),
    blocksScheduling: draws.chance(0.2),
  });
  story.wait(20, 90);
  yield* one.tell('ResolveBarrier', coordinator, {
    barrierId,
    resolution: draws.share({ resolved: 85, unresolved: 15 }),
    outcome: { code: 'arranged' },
  });
}

function* hold(one: ReferralCase): Telling {
  const { draws, story, coordinator } = one;
  story.tick(0.02, 0.1);
  const days = draws.whole(4, 20);
  const reason = draws.pick(['patient_choice', 'patient_unavailable']);
  const holdId = yield* one.made('holdId', 'PlaceHold', coordinator, {
    reason,
    pausesClocks: ['K9'],
    expectedUntil: stamp(story.now + days * dayMs),
    evidence: 'Synthetic: said so on the telephone',
  });
  story.wait(days * 24 - 30, days * 24);
  yield* one.tell('ReleaseHold', coordinator, { holdId, releasedBy: coordinator.userId });
}

/** Three calls and a letter, and nobody has answered. */
function* unreachable(one: ReferralCase): Telling<Goes> {
  const { draws, story, coordinator } = one;
  for (const channel of ['phone', 'phone', 'portal', 'phone']) {
    yield* one.tell(
      'RecordContactAttempt',
      coordinator,
      attempt(one, draws.pick(['no_answer', 'left_message']), channel),
    );
    story.wait(30, 80);
  }
  if (draws.chance(0.3))
    // A coordinator would have it over: the record does not say yet that outreach is exhausted.
    yield* one.tell('CloseReferral', coordinator, unableToContact);
  const sent = stamp(story.now);
  yield* one.inform('referrer', 'unable_to_contact');
  story.wait(15 * 24, 18 * 24);
  yield* one.tell('ExhaustOutreach', one.lead, {
    letterSentAt: sent,
    noticeToReferrerAt: sent,
    reason: { code: 'no_answer' },
  });
  story.tick(0.1, 1);
  yield* one.tell('CloseReferral', coordinator, unableToContact);
  return 'no_further';
}

const unableToContact = {
  closureOutcome: 'unable_to_contact',
  patientInformed: false,
  referrerInformed: true,
  reason: { code: 'other', comment: 'Nobody answered calls and letters.' },
};

/** The patient wants to think about it, and the validity ends. */
function* expired(one: ReferralCase): Telling<Goes> {
  const { story, coordinator } = one;
  yield* one.tell('RecordContactAttempt', coordinator, attempt(one, 'left_message'));
  story.wait(20, 40);
  yield* one.tell('SetReminder', coordinator, { dueAt: stamp(story.now + 3 * dayMs), what: 'Call again' });
  // The end of a date is taken in UTC; some hours later it has passed everywhere.
  story.until(startOfDate(one.validUntil) + 2 * dayMs).tick(0, 4);
  yield* one.tell('ExpireReferral', system, { validUntil: one.validUntil });
  return 'no_further';
}
