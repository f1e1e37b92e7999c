import type { Telling } from '../step';
import { dateOf, dayMs } from '../virtual-time';
import { integration } from '../world';
import { authorization } from './authorization';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** The payer's answer of today, good for visits within the policy's limits. */
export function* eligibility(one: ReferralCase, outcome: 'active' | 'inactive' = 'active'): Telling {
  const { story, person } = one;
  one.eligibleAt = story.now;
  yield* one.tell('VerifyEligibility', integration, {
    coverageId: person.coverageId,
    outcome,
    serviceCovered: outcome === 'active',
    network: 'in',
    authRequired: 'unknown',
    copay: { amount: `${String(one.draws.whole(2, 12) * 5)}.00`, currency: 'USD' },
    asOfDate: dateOf(story.now),
    validThrough: dateOf(story.now + 90 * dayMs),
    sourceRef: `271-${String(one.number)}`,
  });
}

/** Who pays is found out, and whether it wants an authorization first. */
export function* payer(one: ReferralCase): Telling<Goes> {
  const { draws, story, person, authorizer } = one;
  if (draws.chance(0.05)) {
    // Too early: nobody has asked the payer yet.
    story.wait(0.1, 1);
    yield* one.tell('ScheduleAppointment', one.coordinator, premature(one));
  }
  story.wait(0.5, 12);
  yield* one.tell('RequestEligibilityCheck', authorizer, {
    coverageId: person.coverageId,
    serviceDate: dateOf(story.now + 14 * dayMs),
    serviceTypes: ['98'],
    method: draws.pick(['x12_270', 'portal', 'phone']),
  });
  story.tick(0.01, 3);
  yield* eligibility(one, one.fate === 'not_covered' ? 'inactive' : 'active');
  if (one.fate === 'not_covered') return yield* notCovered(one);
  story.wait(0.1, 3);
  const needed = one.fate === 'denied' || draws.chance(one.specialty.authorized / 100);
  yield* one.tell('DetermineAuthorizationNeed', authorizer, {
    needed: needed ? 'required' : 'not_required',
    basis: draws.pick(['plan_rule', 'payer_response']),
    planProfileVersion: 1,
  });
  return needed ? yield* authorization(one) : 'on';
}

const premature = (one: ReferralCase): object => ({
  destination: one.clinic,
  start: new Date(one.story.now + 10 * dayMs).toISOString(),
  end: new Date(one.story.now + 10 * dayMs + 1_800_000).toISOString(),
  timeZone: 'America/New_York',
  mode: 'in_person',
  visitType: 'initial',
  bookedBy: one.coordinator.userId,
  interpreterNeeded: false,
});

/** The coverage has ended: the patient is told what can be done, and does without. */
function* notCovered(one: ReferralCase): Telling<Goes> {
  const { story, coordinator, person } = one;
  story.wait(1, 10);
  yield* one.tell('RecordServiceNotCovered', one.authorizer, {
    coverageId: person.coverageId,
    basis: { code: 'coverage_ended' },
  });
  story.wait(4, 30);
  yield* one.tell('OfferCoverageAlternatives', coordinator, {
    options: [
      { kind: 'self_pay', description: 'Visit at the posted price', estimate: { amount: '180.00', currency: 'USD' } },
      { kind: 'payment_plan', description: 'Six monthly payments' },
    ],
    explainedInLanguage: person.language,
    interpreterUsed: person.interpreterNeeded,
  });
  story.wait(24, 120);
  yield* one.tell('RecordPatientCoverageDecision', coordinator, { choice: 'decline_service' });
  story.tick(0.05, 0.2);
  yield* one.tell('CloseReferral', coordinator, {
    closureOutcome: 'not_covered_patient_declined_cost',
    patientInformed: true,
    referrerInformed: true,
    reason: { code: 'patient_request' },
  });
  return 'no_further';
}
