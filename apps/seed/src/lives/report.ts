import type { Telling } from '../step';
import { dayMs, stamp } from '../virtual-time';
import { integration } from '../world';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** The report comes in time, or after it was asked for, or never. */
export function* report(one: ReferralCase): Telling<Goes> {
  const { draws, story } = one;
  if (one.fate === 'no_report') return yield* notToBeHad(one);
  if (draws.chance(0.1)) {
    // Too early: the loop is not closed without a report.
    story.wait(1, 20);
    yield* one.tell('CloseReferral', one.coordinator, { ...loopClosed, referrerInformed: false });
  }
  if (draws.chance(0.18)) {
    story.wait(9 * 24, 14 * 24);
    yield* asked(one);
    story.wait(2 * 24, 9 * 24);
  } else story.wait(20, 8 * 24);
  yield* one.tell('RecordConsultNote', integration, {
    documentId: `report-${one.number}`,
    kind: 'final',
    author: one.clinic,
    authoredAt: stamp(story.now - draws.whole(1, 12) * 3_600_000),
    answersClinicalQuestion: draws.chance(0.92),
    matchedBy: draws.share({ referral_id: 85, patient_service_review: 15 }),
  });
  return one.rests('report_received') ? 'no_further' : 'on';
}

/** What closes a loop. */
export const loopClosed = { closureOutcome: 'loop_closed', patientInformed: true, referrerInformed: true } as const;

function* asked(one: ReferralCase): Telling {
  yield* one.tell('RequestReport', one.coordinator, {
    to: one.clinic,
    channel: one.draws.pick(['fax', 'phone']),
    dueAt: stamp(one.story.now + 5 * dayMs),
  });
}

/** Asked three times in vain. */
function* notToBeHad(one: ReferralCase): Telling<Goes> {
  const { story } = one;
  story.wait(8 * 24, 12 * 24);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    yield* asked(one);
    story.wait(6 * 24, 8 * 24);
  }
  yield* one.tell('CloseReferral', one.coordinator, {
    closureOutcome: 'completed_report_not_obtained',
    patientInformed: true,
    referrerInformed: true,
    reason: { code: 'other', comment: 'The report was asked for three times.' },
  });
  return 'no_further';
}
