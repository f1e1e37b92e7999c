import type { Telling } from '../step';
import { dayMs, stamp } from '../virtual-time';
import { acting, staff } from '../world';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** What is missing is asked for, and comes, sometimes only when it is asked for again. */
export function* completed(one: ReferralCase): Telling<Goes> {
  const { draws, story, coordinator } = one;
  const items = one.missing;
  if (one.checklist) yield* checked(one);
  if (items.length === 0) return 'on';
  if (draws.chance(0.15)) {
    // Somebody is too quick: triage waits for what is missing.
    story.wait(0.1, 1);
    yield* one.tell('StartTriage', one.reviewer, { reviewerId: one.reviewer.userId });
  }
  story.wait(0.2, 8);
  if (draws.chance(0.25))
    yield* one.tell('ReturnReferralIncomplete', coordinator, { items, to: one.office, educationSent: 'requirements' });
  else yield* asked(one, items);
  if (one.rests('awaiting_information')) return 'no_further';
  story.wait(24, 140);
  if (draws.chance(0.2)) {
    yield* asked(one, items);
    story.wait(24, 100);
  }
  const received = items.map((code) => ({ code, documentId: `document-${one.number}-${code}` }));
  yield* one.tell('RecordInformationReceived', acting(draws.pick(staff.intake)), { items: received, from: one.office });
  return 'on';
}

function* asked(one: ReferralCase, items: readonly string[]): Telling {
  yield* one.tell('RequestMissingInformation', one.coordinator, {
    items: items.map((code) => ({ code })),
    askedOf: one.office,
    channel: 'fax',
    dueAt: stamp(one.story.now + 5 * dayMs),
    blocksTriage: true,
  });
}

/** Every item of the checklist is looked at before triage. */
function* checked(one: ReferralCase): Telling {
  const { story, coordinator } = one;
  story.wait(0.2, 4);
  for (const itemCode of one.specialty.items) {
    story.tick(0.01, 0.05);
    yield* one.tell('VerifyRequirementItem', coordinator, { itemCode, verifiedBy: coordinator.userId });
  }
  story.tick(0.01, 0.05);
  yield* one.tell('ConfirmComplete', coordinator, {});
}
